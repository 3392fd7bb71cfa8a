package no.omtanke.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import no.omtanke.organization.Person;
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

    private static final Set<String> FAMILY = Set.of("guardian", "other-guardian", "pupil");

    private final Reports reports;
    private final FamilyDoor family;
    private final Reopening reopening;
    private final Forms forms;
    private final FormCatalog catalog;
    private final TaskForms taskForms;
    private final TaskQueries tasks;
    private final SolvikRoles roles;
    private final SolvikLinks links;
    private final SolvikOthers others;
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
            SolvikLinks links,
            SolvikOthers others,
            Clock clock) {
        this.others = others;
        this.reports = reports;
        this.family = family;
        this.reopening = reopening;
        this.forms = forms;
        this.catalog = catalog;
        this.taskForms = taskForms;
        this.tasks = tasks;
        this.roles = roles;
        this.links = links;
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
        if (step.report().equals("report-health-contact")) {
            CaseFile contact = others.writeToHealthService(roles.school(told), answers, roles.language(told));
            family.confirmAddress(contact.id());
            return contact.id();
        }
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
        if (!staff) {
            // The demo's families read their mail: nobody has to know their telephone numbers to try a link.
            family.confirmAddress(file.id());
        }
        return file.id();
    }

    private void tell(DemoCase told, DemoCase.DemoStep step, UUID caseId) {
        switch (step.tell()) {
            case "not-heard" -> family.notHeard(caseId, answers(step.tell(), told, step));
            case "new-information" -> family.add(caseId, answers(step.tell(), told, step), List.of());
            case "ask-for-help" -> others.ask(roles.reader(told, step.by()), caseId, answers(step.tell(), told, step));
            case "supervision-request" -> others.requested(
                    roles.reader(told, step.by()), caseId, answers(step.tell(), told, step));
            default -> completed(
                    others.answer(roles.reader(told, "principal"), caseId, typed(told, step), roles.language(told)), step.tell());
        }
    }

    private void complete(DemoCase told, DemoCase.DemoStep step, UUID caseId) {
        boolean byLink = FAMILY.contains(step.by());
        Optional<Person> member = byLink ? roles.family(told, step.by()) : Optional.empty();
        if (byLink && member.isEmpty()) {
            return;
        }
        boolean holder = step.by().equals("holder");
        Long named = byLink || holder ? null : Long.valueOf(roles.reader(told, step.by()).personId());
        TaskRow task = tasks.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(t -> t.taskKey().equals(step.task()))
                .filter(t -> step.pupil() == null || roles.isAbout(t, told, step.pupil()))
                .filter(t -> member.isEmpty() || links.asks(t, member.get().id()))
                .min(Comparator.comparing(t -> Objects.equals(t.assignee(), named) ? 0 : 1))
                .orElseThrow(() -> new IllegalStateException("no open task " + step.task()));
        TaskForms.Sent sent;
        if (byLink) {
            sent = links.send(member.get().id(), task, typed(told, step), roles.language(told));
        } else {
            Reader by = holder && task.assignee() != null
                    ? roles.reader(task.assignee())
                    : roles.reader(told, holder ? "principal" : step.by());
            sent = taskForms.send(by, task, typed(told, step), List.of(), roles.language(told));
        }
        completed(sent, step.task());
    }

    /** Whoever has a measure to do today does it, mostly. */
    void doMeasures(Map<String, UUID> cases) {
        boolean toldNo = LocalDate.now(clock).getDayOfMonth() % 5 == 0;
        Typed done = toldNo
                ? Typed.empty().with("done", "no").with("whyNot", "Klassen var på tur.")
                : Typed.empty().with("done", "yes");
        for (DemoCase told : DemoCases.read()) {
            if (told.measuresDone() && cases.containsKey(told.name())) {
                tasks.ofCase(cases.get(told.name())).stream()
                        .filter(t -> t.open() && t.taskKey().equals("do-measure") && t.assignee() != null)
                        .forEach(t -> completed(
                                taskForms.send(roles.reader(t.assignee()), t, done, List.of(), roles.language(told)),
                                t.taskKey()));
            }
        }
    }

    private static void completed(TaskForms.Sent sent, String task) {
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            throw new IllegalStateException(task + ": " + unfinished.problems());
        }
        if (!(((TaskForms.Sent.Answered) sent).outcome() instanceof FormSubmission.Outcome.Completed)) {
            throw new IllegalStateException(task + " was not completed");
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
