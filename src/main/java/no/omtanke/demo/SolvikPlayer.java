package no.omtanke.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Reopening;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.process.FormSubmission;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does one step of a demo case as the person who would do it. */
@Component
@Profile("demo")
class SolvikPlayer {

    private final Reports reports;
    private final FamilyDoor family;
    private final Reopening reopening;
    private final Forms forms;
    private final FormCatalog catalog;
    private final TaskForms taskForms;
    private final TaskQueries tasks;
    private final SolvikRoles roles;
    private final Clock clock;

    SolvikPlayer(
            Reports reports,
            FamilyDoor family,
            Reopening reopening,
            Forms forms,
            FormCatalog catalog,
            TaskForms taskForms,
            TaskQueries tasks,
            SolvikRoles roles,
            Clock clock) {
        this.reports = reports;
        this.family = family;
        this.reopening = reopening;
        this.forms = forms;
        this.catalog = catalog;
        this.taskForms = taskForms;
        this.tasks = tasks;
        this.roles = roles;
        this.clock = clock;
    }

    void play(DemoCase told, DemoCase.DemoStep step, Map<String, UUID> cases) {
        try {
            if (step.report() != null) {
                cases.put(told.name(), report(told, step));
            } else if (step.task() != null) {
                complete(told, step, cases.get(told.name()));
            } else if (step.tell() != null) {
                tell(told, step, cases.get(told.name()));
            } else if (step.reopen()) {
                reopening.reopen(
                        roles.reader(told, step.by()), cases.get(told.name()), answers("reopen", told, step));
            }
        } catch (RuntimeException | AssertionError e) {
            throw new IllegalStateException("Demo case " + told.name() + ", " + step.ago() + " working days ago", e);
        }
    }

    private UUID report(DemoCase told, DemoCase.DemoStep step) {
        FormDefinition form = catalog.form(step.report());
        Answers answers = answers(step.report(), told, step);
        boolean staff = step.report().equals("report-staff");
        Reader by = staff ? roles.reader(told, step.by()) : null;
        CaseFile file = reports.take(new Reports.Incoming(
                staff ? "staff" : step.entrance(),
                roles.school(told),
                roles.language(told).toLanguageTag(),
                answers,
                forms.effects(form, answers, context(told)),
                List.of(),
                UUID.randomUUID(),
                null,
                by));
        return file.id();
    }

    private void tell(DemoCase told, DemoCase.DemoStep step, UUID caseId) {
        Answers answers = answers(step.tell(), told, step);
        if (step.tell().equals("not-heard")) {
            family.notHeard(caseId, answers);
        } else {
            family.add(caseId, answers, List.of());
        }
    }

    private void complete(DemoCase told, DemoCase.DemoStep step, UUID caseId) {
        TaskRow task = tasks.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(t -> t.taskKey().equals(step.task()))
                .filter(t -> step.pupil() == null || roles.isAbout(t, told, step.pupil()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no open task " + step.task()));
        Reader by = step.by().equals("holder") && task.assignee() != null
                ? roles.reader(task.assignee())
                : roles.reader(told, step.by().equals("holder") ? "principal" : step.by());
        TaskForms.Sent sent = taskForms.send(by, task, typed(told, step), List.of(), roles.language(told));
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            throw new IllegalStateException(step.task() + ": " + unfinished.problems());
        }
        if (!(((TaskForms.Sent.Answered) sent).outcome() instanceof FormSubmission.Outcome.Completed)) {
            throw new IllegalStateException(step.task() + " was not completed by " + by);
        }
    }

    private Answers answers(String formId, DemoCase told, DemoCase.DemoStep step) {
        Check check = forms.check(catalog.form(formId), null, typed(told, step), context(told));
        if (check instanceof Check.Valid valid) {
            return valid.answers();
        }
        throw new IllegalStateException(formId + ": " + ((Check.Invalid) check).problems());
    }

    private Typed typed(DemoCase told, DemoCase.DemoStep step) {
        Typed typed = Typed.empty();
        for (var answer : step.answers().entrySet()) {
            String[] values = answer.getValue().split("\\s*\\|\\s*");
            for (int i = 0; i < values.length; i++) {
                values[i] = roles.value(values[i], told, LocalDate.now(clock));
            }
            typed = values.length == 1 && values[0].matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d")
                    ? typed.with(answer.getKey(), values[0].substring(0, 10))
                            .with(answer.getKey() + ".time", values[0].substring(11))
                    : typed.with(answer.getKey(), values);
        }
        return typed;
    }

    private FormContext context(DemoCase told) {
        return new FormContext(roles.language(told), roles.school(told), Map.of(), Map.of());
    }
}
