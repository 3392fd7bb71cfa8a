package no.omtanke.worklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.access.Lane;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.decision.StaffAppeals;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanBook;
import no.omtanke.process.AuditorOpenings;
import no.omtanke.process.Naming;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.protection.LaneDoor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a case out: what comes next, what has happened, who is in it, what was written. */
@Component
class CasePage {

    /** Can be opened again. */
    private static final String SCHOOL_ENVIRONMENT = "school-environment";

    private final TaskQueries tasks;
    private final TaskWords taskWords;
    private final CaseWords caseWords;
    private final CaseNotes notes;
    private final Entries entries;
    private final Timeline timeline;
    private final Directory directory;
    private final PlanBook plans;
    private final Dates dates;
    private final Recusals recusals;
    private final StepBacks stepBacks;
    private final Naming naming;
    private final Colleagues colleagues;
    private final AuditorOpenings openings;
    private final LaneDoor lane;
    private final RelatedCases related;
    private final LiftedWords lifted;
    private final StaffAppeals appeals;

    CasePage(
            TaskQueries tasks,
            TaskWords taskWords,
            CaseWords caseWords,
            CaseNotes notes,
            Entries entries,
            Timeline timeline,
            Directory directory,
            PlanBook plans,
            Dates dates,
            Recusals recusals,
            StepBacks stepBacks,
            Naming naming,
            Colleagues colleagues,
            AuditorOpenings openings,
            LaneDoor lane,
            RelatedCases related,
            LiftedWords lifted,
            StaffAppeals appeals) {
        this.appeals = appeals;
        this.related = related;
        this.tasks = tasks;
        this.taskWords = taskWords;
        this.caseWords = caseWords;
        this.notes = notes;
        this.entries = entries;
        this.timeline = timeline;
        this.directory = directory;
        this.plans = plans;
        this.dates = dates;
        this.recusals = recusals;
        this.stepBacks = stepBacks;
        this.naming = naming;
        this.colleagues = colleagues;
        this.openings = openings;
        this.lane = lane;
        this.lifted = lifted;
    }

    /** Somebody who is out of the case, in words. */
    record Out(long id, String name, String since) {}

    /** For whoever works in the case. */
    String show(Reader reader, OpenCase open, Model page, Locale locale) {
        CaseFile file = open.file();
        List<String> vacant = naming.vacant(reader, file.id());
        page.addAttribute("readUntil", null);
        page.addAttribute("appealable", appeals.possible(open));
        page.addAttribute("supervised", reader.in("school-owner"));
        page.addAttribute("vacant", vacant);
        page.addAttribute("nameable", vacant.isEmpty() ? List.of() : colleagues.atSchool(file));
        page.addAttribute("out", recusals.mayLetIn(reader, file.id()) ? out(file, locale) : List.of());
        related.add(reader, open, true, page, locale);
        return lay(reader, open, page, locale);
    }

    /** For an auditor who opened it: nothing to do, only to read. */
    String toRead(Reader reader, OpenCase open, Model page, Locale locale) {
        page.addAttribute(
                "readUntil",
                openings.until(reader, open.file().id()).map(at -> dates.moment(at, locale)).orElse(""));
        page.addAttribute("vacant", List.of());
        page.addAttribute("out", List.of());
        related.add(reader, open, false, page, locale);
        return lay(reader, open, page, locale);
    }

    private List<Out> out(CaseFile file, Locale locale) {
        return stepBacks.now(file.id()).stream()
                .map(s -> new Out(
                        s.personId(),
                        directory.person(s.personId()).map(Person::name).orElse("?"),
                        dates.moment(s.since(), locale)))
                .toList();
    }

    private String lay(Reader reader, OpenCase open, Model page, Locale locale) {
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
        page.addAttribute("whole", open.whole());
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
        page.addAttribute("receipt", CaseNotes.reported(file) ? receipt(open) : null);
        page.addAttribute("reopens", !file.open() && file.kind().equals(SCHOOL_ENVIRONMENT));
        page.addAttribute("planned", plans.has(open));
        page.addAttribute("closedLane", file.lane() != null);
        page.addAttribute("healthLane", Lane.HEALTH.equals(file.lane()));
        page.addAttribute("inLane", Lane.CHILD_PROTECTION.equals(file.lane()) ? lane.members(file) : List.of());
        lifted.add(page, open, locale);
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
