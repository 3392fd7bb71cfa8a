package no.omtanke.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Service;

/** A task's form with what the case already knows. Public because staff's task page shows and sends it. */
@Service
public class TaskForms {

    private final FormCatalog catalog;
    private final Forms forms;
    private final FormSubmission submission;
    private final TaskFacts known;
    private final Assignments assignments;
    private final TheAccused accused;
    private final TheAffected affected;
    private final CaseFiles cases;
    private final List<TaskDefaults> defaults;
    private final Clock clock;

    TaskForms(
            FormCatalog catalog,
            Forms forms,
            FormSubmission submission,
            TaskFacts known,
            Assignments assignments,
            TheAccused accused,
            TheAffected affected,
            CaseFiles cases,
            List<TaskDefaults> defaults,
            Clock clock) {
        this.defaults = defaults;
        this.catalog = catalog;
        this.forms = forms;
        this.submission = submission;
        this.known = known;
        this.assignments = assignments;
        this.accused = accused;
        this.affected = affected;
        this.cases = cases;
        this.clock = clock;
    }

    /** What became of a form that was sent: what is still to do in it, or what became of the task. Public as the answer. */
    public sealed interface Sent {
        /** Nothing was kept; the page shows the problems beside what was typed. */
        record Unfinished(Problems problems) implements Sent {}

        /** The form was whole. */
        record Answered(FormSubmission.Outcome outcome) implements Sent {}
    }

    public FormDefinition form(TaskRow task) {
        return catalog.form(task.formId());
    }

    /**
     * What stands in the form before anybody types: what was answered last time, where the form asks for that, or what a subject
     * proposes.
     */
    public Typed begin(TaskRow task) {
        FormDefinition form = form(task);
        return cases.entries(task.caseId(), form.id()).stream()
                .filter(entry -> Objects.equals(entry.about(), task.pupil()) && !entry.keptBack())
                .reduce((first, second) -> second)
                .map(entry -> forms.again(form, Answers.fromJson(entry.json())))
                .or(() -> defaults.stream().flatMap(subject -> subject.of(task).stream()).findFirst())
                .orElse(Typed.empty());
    }

    /** What conditions, rules and default values of the task's form may refer to. */
    public FormContext context(TaskRow task, Locale locale) {
        return context(task, locale, false);
    }

    /** @param byLink a family answers: they are not asked what only the school can know */
    public FormContext context(TaskRow task, Locale locale, boolean byLink) {
        Map<String, String> defaults = new HashMap<>();
        defaults.put("now", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString());
        defaults.put("today", LocalDate.now(clock).toString());
        Optional.ofNullable(assignments.responsible(task.caseId().toString()))
                .ifPresent(id -> defaults.put("responsible", id));
        affected.of(task).ifPresent(id -> defaults.put("affected", id));
        return new FormContext(locale, task.schoolId(), pupil(task), facts(task, byLink), defaults);
    }

    private Long pupil(TaskRow task) {
        return cases.parties(task.caseId()).stream()
                .filter(party -> party.id().equals(task.pupil()) && party.personId() != null)
                .map(Party::personId)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> facts(TaskRow task, boolean byLink) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("byLink", byLink);
        if (task.open()) {
            facts.putAll(known.of(task.taskId()));
        }
        return facts;
    }

    // What a body's answer sets going is the school's work, which the body does not reach; whether the body may answer says the policy there.
    private static FormSubmission.Outcome asProgram(Callable<FormSubmission.Outcome> work) {
        try {
            return Actors.as(Actor.PROGRAM, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks the form and, when it is whole, completes the task with it. */
    public Sent send(Reader reader, TaskRow task, Typed typed, List<FileContent> files, Locale locale) {
        if (!task.open()) {
            return new Sent.Answered(new FormSubmission.Outcome.AlreadyEnded(task.endedBy(), task.endedAt()));
        }
        FormDefinition form = form(task);
        // What was sent is checked; what the page would have begun with is not asked again.
        FormContext context =
                new FormContext(
                        locale, task.schoolId(), pupil(task), facts(task, Sender.of(reader) != Sender.STAFF), Map.of());
        Check check = forms.check(form, null, typed, context);
        if (check instanceof Check.Invalid invalid) {
            return new Sent.Unfinished(invalid.problems());
        }
        var answers = ((Check.Valid) check).answers();
        var effects = forms.effects(form, answers, context);
        Problems refused = accused.among(task.caseId(), form, effects, locale);
        if (!refused.isEmpty()) {
            return new Sent.Unfinished(refused);
        }
        return new Sent.Answered(
                task.forBody()
                        ? asProgram(() -> submission.complete(reader, task.taskId(), answers, effects, files))
                        : submission.complete(reader, task.taskId(), answers, effects, files));
    }
}
