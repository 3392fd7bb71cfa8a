package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.StepBacks;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Promise;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the employee that the report is taken, and who does what by when. */
@Controller
class ReportSentController {

    /** Only in these somebody is promised a call. */
    private static final String SCHOOL_ENVIRONMENT = "school-environment";

    private final List<Register> registers;
    private final CaseFiles cases;
    private final CaseQueries visible;
    private final TaskQueries tasks;
    private final FamilyDoor door;
    private final TaskWords words;
    private final Directory directory;
    private final Dates dates;
    private final StepBacks stepBacks;

    ReportSentController(
            List<Register> registers,
            CaseFiles cases,
            CaseQueries visible,
            TaskQueries tasks,
            FamilyDoor door,
            TaskWords words,
            Directory directory,
            Dates dates,
            StepBacks stepBacks) {
        this.registers = registers;
        this.cases = cases;
        this.visible = visible;
        this.tasks = tasks;
        this.door = door;
        this.words = words;
        this.directory = directory;
        this.dates = dates;
        this.stepBacks = stepBacks;
    }

    @GetMapping("/reports/sent")
    String sent(@AuthenticationPrincipal Reader reader, @RequestParam String key, Locale locale, Model page) {
        CaseFile file = registers.stream()
                .flatMap(what -> cases.bySource(RegisterPage.source(what, reader, key)).stream())
                .findFirst()
                .orElseThrow(TaskDoor::notFound);
        if (stepBacks.keptOut(file.id()).contains(reader.personId())) {
            throw TaskDoor.notFound();
        }
        page.addAttribute("reference", file.reference());
        page.addAttribute("kind", file.kind());
        if (file.kind().equals(SCHOOL_ENVIRONMENT)) {
            Promise promise = door.promise(file);
            page.addAttribute("contact", promise.contactName());
            page.addAttribute("contactRole", promise.contactRole());
            page.addAttribute("contactBy", dates.due(promise.contactBy(), locale));
        }
        page.addAttribute("first", first(file, locale));
        page.addAttribute("mayOpen", visible.find(reader, file.id()).isPresent());
        return "worklist/reported";
    }

    private List<NextStep> first(CaseFile file, Locale locale) {
        return tasks.ofCase(file.id()).stream()
                .filter(TaskRow::open)
                .map(t -> new NextStep(
                        words.title(t.taskKey(), locale),
                        null,
                        t.assignee() == null
                                ? null
                                : directory.person(t.assignee()).map(Person::name).orElse("?"),
                        null,
                        dates.due(t.dueAt(), locale)))
                .toList();
    }
}
