package no.omtanke.worklist;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Lane;
import no.omtanke.access.Reader;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.form.FormView;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.ReadAnswer;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a task out: the form, and beside it what one must know to answer it. */
@Component
class TaskPage {

    private static final int LAST_ENTRIES = 5;

    private final Forms forms;
    private final TaskForms taskForms;
    private final TaskWords words;
    private final Entries entries;
    private final CaseNotes notes;
    private final Colleagues colleagues;
    private final Directory directory;
    private final Dates dates;
    private final PupilsScreen pupilsScreen;
    private final PlanBeside plan;
    private final SharedBeside shared;
    private final List<TaskNote> taskNotes;
    private final LiftedWords lifted;
    private final ReadyTexts ready;

    TaskPage(
            Forms forms,
            TaskForms taskForms,
            TaskWords words,
            Entries entries,
            CaseNotes notes,
            Colleagues colleagues,
            Directory directory,
            Dates dates,
            PupilsScreen pupilsScreen,
            PlanBeside plan,
            SharedBeside shared,
            List<TaskNote> taskNotes,
            LiftedWords lifted,
            ReadyTexts ready) {
        this.ready = ready;
        this.shared = shared;
        this.forms = forms;
        this.taskForms = taskForms;
        this.words = words;
        this.entries = entries;
        this.notes = notes;
        this.colleagues = colleagues;
        this.directory = directory;
        this.dates = dates;
        this.pupilsScreen = pupilsScreen;
        this.plan = plan;
        this.taskNotes = taskNotes;
        this.lifted = lifted;
    }

    String show(Model page, Reader reader, OpenTask task, Sheet sheet, Problems problems, String back, Locale locale) {
        page.addAttribute("task", head(task, reader, locale));
        page.addAttribute("taskKey", task.row().taskKey());
        page.addAttribute("processKey", task.row().processKey());
        page.addAttribute("supervision", task.row().processKey().equals("supervision") && reader.in("school-owner"));
        page.addAttribute("mine", task.mine());
        String lane = task.open().file().lane();
        page.addAttribute("closedLane", lane != null);
        page.addAttribute("ownDuty", Lane.CHILD_PROTECTION.equals(lane));
        page.addAttribute("letters", lane == null ? List.of() : letters(task));
        page.addAttribute("take", !task.mine() && mayTake(task.row(), reader));
        page.addAttribute("writes", task.writes());
        page.addAttribute("shared", task.shared());
        page.addAttribute("showsCase", task.showsCase());
        page.addAttribute("colleagues", colleagues.onlyInvited(task, reader) ? List.of() : colleagues.of(task));
        page.addAttribute("writers", task.shared() ? colleagues.writing(task) : List.of());
        page.addAttribute("askable", task.shared() && task.mine() ? colleagues.askable(task) : List.of());
        page.addAttribute("readerId", reader.personId());
        page.addAttribute("back", back);
        page.addAttribute("pupilAnswers", pupilsScreen.pupil(task.row()).isPresent());
        if (task.writes()) {
            page.addAttribute("attaches", !taskForms.form(task.row()).files().isEmpty());
            page.addAttribute("decides", task.mine() && !task.shared() && taskForms.form(task.row()).decision() != null);
            page.addAttribute("blocks", ready.of(taskForms.form(task.row())));
            page.addAttribute("view", view(task, sheet, problems, locale));
            page.addAttribute("formAction", "/tasks/" + task.row().taskId());
            page.addAttribute("savedAt", sheet.savedAt() == null ? null : dates.moment(sheet.savedAt(), locale));
        }
        if (task.showsCase()) {
            know(page, reader, task, locale);
            page.addAttribute(
                    "said", taskNotes.stream().flatMap(note -> note.of(task.row(), task.open(), locale).stream()).toList());
        }
        plan.add(page, task, sheet.typed(), locale);
        shared.add(page, reader, task.row(), locale);
        lifted.add(page, task, locale);
        return "worklist/task";
    }

    // What the program wrote in a lane, such as the letter that is to be sent.
    private static List<Attachment> letters(OpenTask task) {
        return task.open().attachments().stream().filter(a -> a.entryId() == null).toList();
    }

    FormView view(OpenTask task, Sheet sheet, Problems problems, Locale locale) {
        return forms.viewWithProblems(
                taskForms.form(task.row()), null, sheet.typed(), taskForms.context(task.row(), locale), problems);
    }

    private void know(Model page, Reader reader, OpenTask task, Locale locale) {
        List<WrittenEntry> written = entries.of(task.open(), locale);
        page.addAttribute(
                "report",
                written.stream()
                        .filter(e -> e.formId().startsWith("report-") || e.formId().startsWith("apply-"))
                        .findFirst()
                        .map(TaskPage::storyFirst)
                        .orElse(null));
        List<UUID> stories = stories(task);
        page.addAttribute("stories", stories);
        page.addAttribute("last", last(written, stories));
        page.addAttribute("sentences", notes.sentences(task.open(), locale));
        page.addAttribute("parties", notes.parties(task.open()));
        page.addAttribute("earlier", notes.earlier(reader, task.open(), locale));
    }

    private static WrittenEntry storyFirst(WrittenEntry report) {
        List<ReadAnswer> answers = report.answers().stream()
                .sorted(Comparator.comparing(answer -> !answer.key().equals("whatHappened")))
                .toList();
        return report.with(answers);
    }

    // Whoever decides who sees what the pupil told reads that before anything else.
    private static List<UUID> stories(OpenTask task) {
        return task.row().taskKey().equals("decide-visibility")
                ? task.open().entries().stream()
                        .filter(e -> e.formId().equals(Entries.STORY) && task.row().pupil().equals(e.about()))
                        .map(Entry::id)
                        .toList()
                : List.of();
    }

    // Newest first; the report has its own place.
    private static List<WrittenEntry> last(List<WrittenEntry> written, List<UUID> first) {
        List<WrittenEntry> others = written.stream()
                .filter(e -> !e.formId().startsWith("report-"))
                .collect(Collectors.toList());
        Collections.reverse(others);
        others.sort(Comparator.comparing(e -> !first.contains(e.id())));
        return others.subList(0, Math.min(LAST_ENTRIES, others.size()));
    }

    private TaskHead head(OpenTask task, Reader reader, Locale locale) {
        TaskRow row = task.row();
        String about = task.open().parties().stream()
                .filter(p -> p.id().equals(row.pupil()))
                .map(Party::name)
                .findFirst()
                .orElse(null);
        String pupils = task.open().parties().stream()
                .filter(p -> p.role().equals("affected"))
                .map(notes::name)
                .collect(Collectors.joining(", "));
        String holder = row.assignee() == null
                ? null
                : directory.person(row.assignee()).map(Person::name).orElse("?");
        return new TaskHead(
                row.taskId(),
                words.title(row.taskKey(), locale),
                words.title(row, about, locale),
                task.open().file().reference(),
                pupils,
                dates.due(row.dueAt(), locale),
                words.deadline(row, locale),
                words.why(row, locale),
                words.after(row, locale),
                row.serious(),
                words.raised(row, reader, locale),
                row.forBody(),
                holder);
    }

    private static boolean mayTake(TaskRow row, Reader reader) {
        return row.assignee() == null || row.raisedTo() != null && reader.in(row.raisedTo());
    }
}
