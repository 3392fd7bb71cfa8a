package no.omtanke.worklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanBook;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: what comes next, what has happened, who is in it, what was written. */
@Controller
class CaseController {

    private final CaseGate gate;
    private final TaskQueries tasks;
    private final TaskWords taskWords;
    private final CaseWords caseWords;
    private final CaseNotes notes;
    private final Entries entries;
    private final Timeline timeline;
    private final Directory directory;
    private final PlanBook plans;
    private final Dates dates;

    CaseController(
            CaseGate gate,
            TaskQueries tasks,
            TaskWords taskWords,
            CaseWords caseWords,
            CaseNotes notes,
            Entries entries,
            Timeline timeline,
            Directory directory,
            PlanBook plans,
            Dates dates) {
        this.gate = gate;
        this.tasks = tasks;
        this.taskWords = taskWords;
        this.caseWords = caseWords;
        this.notes = notes;
        this.entries = entries;
        this.timeline = timeline;
        this.directory = directory;
        this.plans = plans;
        this.dates = dates;
    }

    @GetMapping("/cases/{reference}")
    String show(
            @AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = gate.open(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        CaseFile file = open.file();
        List<TaskRow> running =
                tasks.ofCase(file.id()).stream().filter(TaskRow::open).toList();
        Instant due = running.stream()
                .map(TaskRow::dueAt)
                .filter(at -> at != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        page.addAttribute("line", caseWords.line(file, pupils(open), "", due, locale));
        page.addAttribute("file", file);
        page.addAttribute("responsible", named(open, "responsible"));
        page.addAttribute(
                "knew", file.principalKnew() == null ? null : dates.day(file.principalKnew(), locale));
        page.addAttribute("steps", running.stream().map(t -> step(open, t, reader, locale)).toList());
        page.addAttribute("sentences", notes.sentences(open, locale));
        page.addAttribute("parties", notes.parties(open));
        page.addAttribute("entries", entries.withoutLog(open, locale));
        page.addAttribute("attachments", open.attachments());
        page.addAttribute("events", timeline.of(open, locale));
        page.addAttribute("earlier", notes.earlier(reader, open, locale));
        page.addAttribute("receipt", receipt(open));
        page.addAttribute("planned", plans.has(open));
        return "worklist/case";
    }

    private NextStep step(OpenCase open, TaskRow task, Reader reader, Locale locale) {
        String about = open.parties().stream()
                .filter(p -> p.id().equals(task.pupil()))
                .map(Party::name)
                .findFirst()
                .orElse(null);
        boolean mine = tasks.addressedTo(reader, task.taskId());
        return new NextStep(
                taskWords.title(task, about, locale),
                mine ? "/tasks/" + task.taskId() + TooLate.query("/cases/" + open.file().reference()) : null,
                task.assignee() == null
                        ? null
                        : directory.person(task.assignee()).map(Person::name).orElse("?"),
                task.assignee() == null ? WaitsFor.family(tasks.audiences(task.taskId())) : null,
                dates.due(task.dueAt(), locale));
    }

    private String pupils(OpenCase open) {
        return open.parties().stream()
                .filter(p -> p.role().equals("affected"))
                .map(notes::name)
                .collect(Collectors.joining(", "));
    }

    private static String named(OpenCase open, String role) {
        return open.parties().stream()
                .filter(p -> p.role().equals(role))
                .map(Party::name)
                .collect(Collectors.joining(", "));
    }

    /** sent, none or waiting: whether a receipt could go out. */
    private static String receipt(OpenCase open) {
        return open.events().stream()
                .map(e -> e.kind())
                .filter(kind -> kind.startsWith("receipt-"))
                .map(kind -> kind.equals("receipt-sent") ? "sent" : "none")
                .reduce((first, second) -> second)
                .orElse("waiting");
    }
}
