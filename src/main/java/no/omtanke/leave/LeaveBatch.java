package no.omtanke.leave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.ListedTask;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.process.TaskTab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Plain applications that one person decides together: the same answer for each, and for each a decision and a letter of its own. Public
 * because a page offers it. What speaks against an application, or is somebody else's to decide, is never among them.
 */
@Service
public class LeaveBatch {

    private static final Logger LOG = LoggerFactory.getLogger(LeaveBatch.class);

    private static final String DECIDE = "decide-leave";

    /** As many as somebody can look over on one page. */
    private static final int MOST = 50;

    private final TaskQueries tasks;
    private final TaskForms forms;
    private final CaseGate gate;
    private final LeaveStore store;
    private final LeaveDefaults defaults;
    private final LeaveWords words;

    LeaveBatch(
            TaskQueries tasks,
            TaskForms forms,
            CaseGate gate,
            LeaveStore store,
            LeaveDefaults defaults,
            LeaveWords words) {
        this.tasks = tasks;
        this.forms = forms;
        this.gate = gate;
        this.store = store;
        this.defaults = defaults;
        this.words = words;
    }

    /** One application that lies ready. Public because the page lists it. */
    public record Ready(String taskId, String reference, String pupil, String className, Period asked, String days) {}

    /** The same with what will be decided, read through the gate. Public because the page shows it before anything is sent. */
    public record Proposed(Ready ready, String reason, String grounds) {}

    /** What became of one. Public as the answer. @param how done, late (somebody was first, or it was taken back) or failed */
    public record Decided(String reference, String pupil, String how) {}

    /** What the reader can decide together: theirs, or nobody's yet, and plain; the same days stand together. */
    public List<Ready> ready(Reader reader, Locale locale) {
        return mine(reader).stream()
                .filter(listed -> defaults.isPlain(listed.task()))
                .map(listed -> ready(listed, locale))
                .sorted(Comparator.comparing((Ready one) -> one.asked().first())
                        .thenComparing(one -> one.asked().last())
                        .thenComparing(Ready::className)
                        .thenComparing(Ready::pupil))
                .toList();
    }

    /** Those of them that were chosen, with what will stand in each decision. */
    public List<Proposed> proposed(Reader reader, Set<String> chosen, Locale locale) {
        List<Proposed> proposed = new ArrayList<>();
        for (Ready one : ready(reader, locale)) {
            if (chosen.contains(one.taskId())) {
                TaskRow task = tasks.task(one.taskId()).orElseThrow();
                gate.open(reader, task.caseId(), Part.TASK, "task:" + task.taskId())
                        .ifPresent(open -> proposed.add(
                                new Proposed(one, reason(open), forms.begin(task).text("grounds"))));
            }
        }
        return proposed;
    }

    /** Decides them, each for itself: one that fails stops no other. */
    public List<Decided> decide(Reader reader, Set<String> chosen, Locale locale) {
        List<Decided> decided = new ArrayList<>();
        for (ListedTask listed : mine(reader)) {
            if (chosen.contains(listed.task().taskId())) {
                decided.add(new Decided(listed.reference(), listed.pupils(), decide(reader, listed.task(), locale)));
            }
        }
        return decided;
    }

    private String decide(Reader reader, TaskRow task, Locale locale) {
        try {
            if (!defaults.isPlain(task)) {
                return "late";
            }
            Typed typed = forms.begin(task);
            return forms.send(reader, task, typed, List.of(), locale) instanceof TaskForms.Sent.Answered answered
                    ? answered.outcome() instanceof Outcome.Completed ? "done" : "late"
                    : "failed";
        } catch (RuntimeException failed) {
            LOG.warn("An application was not decided with the others: {}", failed.getClass().getSimpleName());
            return "failed";
        }
    }

    // What waits for this reader, held by nobody else.
    private List<ListedTask> mine(Reader reader) {
        return tasks.list(reader, new TaskFilter(TaskTab.NOW, null, false, null, DECIDE, null), MOST, 0).stream()
                .filter(listed -> listed.task().assignee() == null
                        || listed.task().assignee() == reader.personId())
                .toList();
    }

    private Ready ready(ListedTask listed, Locale locale) {
        Leave leave = store.get(listed.task().caseId());
        return new Ready(
                listed.task().taskId(),
                listed.reference(),
                listed.pupils(),
                listed.className(),
                leave.asked(),
                words.days(leave, locale));
    }

    private static String reason(OpenCase open) {
        return open.entries().stream()
                .filter(entry -> entry.formId().startsWith("apply-"))
                .map(entry -> Answers.fromJson(entry.json()))
                .map(answers -> Optional.of(answers.text("reason")).filter(s -> !s.isEmpty()).orElse(answers.text("holyDay")))
                .findFirst()
                .orElse("");
    }
}
