package no.omtanke.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A plan as the pupil and each guardian see it through a link, and what they may answer. Public because the portal opens it. Who was
 * a guardian when the link was sent is asked anew every time.
 */
@Service
@Transactional
public class FamilyPlans {

    private static final Set<String> ANSWERS = Set.of("answer-escalation", "answer-family");

    private final PlanStore plans;
    private final PlanBook book;
    private final PlanSurroundings around;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final TaskQueries tasks;
    private final TaskForms forms;

    FamilyPlans(
            PlanStore plans,
            PlanBook book,
            PlanSurroundings around,
            CaseGate gate,
            CaseFiles cases,
            CaseProcesses processes,
            TaskQueries tasks,
            TaskForms forms) {
        this.plans = plans;
        this.book = book;
        this.around = around;
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.tasks = tasks;
        this.forms = forms;
    }

    /**
     * What one member of the family sees. Public because the portal shows it.
     *
     * @param asPupil the pupil's own view
     * @param tasks what is asked of this person now
     */
    public record OwnPlan(PlanView plan, OpenCase open, Person person, boolean asPupil, List<TaskRow> tasks) {

        /** Versions that the family has been asked about or that hold; a draft that was put away is nobody's. */
        public List<PlanVersion> versions() {
            return plan.versions().stream()
                    .filter(v -> !(v instanceof PlanVersion.Replaced old) || old.approval() != null)
                    .toList();
        }

        /** What was answered to this person when they said that they are not heard. */
        public List<Entry> answers() {
            return open.entries().stream().filter(e -> ANSWERS.contains(e.formId())).toList();
        }

        /** The copies that hold no other guardian's words. */
        public List<PlanDocument> documents() {
            return plan.documents().stream().filter(PlanDocument::forFamily).toList();
        }
    }

    /** Opens the plan for the person of a link; empty when they may not see it any more. */
    public Optional<OwnPlan> open(UUID plan, long person) {
        PlanRow row = plans.find(plan).orElse(null);
        Reader reader = row == null ? null : reader(row, person).orElse(null);
        if (reader == null) {
            return Optional.empty();
        }
        return gate.open(reader, row.caseId(), Part.OWN_PLAN)
                .map(open -> new OwnPlan(
                        book.view(row, open.parties()),
                        open,
                        person(row, person).orElseThrow(),
                        isPupil(row, person),
                        asked(reader, row)));
    }

    /** A letter of this plan, for the person of a link. */
    public Optional<FileContent> document(UUID plan, long person, UUID document) {
        return open(plan, person)
                .filter(own -> own.documents().stream().anyMatch(d -> d.id().equals(document)))
                .flatMap(own -> reader(plans.plan(plan), person)
                        .flatMap(reader -> gate.ownDocument(reader, own.plan().caseId(), document)));
    }

    /** Sends the form of one of the person's open tasks. Empty when it is not theirs. */
    public Optional<TaskForms.Sent> send(UUID plan, long person, String taskId, Typed typed, Locale locale) {
        PlanRow row = plans.plan(plan);
        return reader(row, person)
                .flatMap(reader -> tasks.task(taskId)
                        .filter(task -> task.caseId().equals(row.caseId()) && theirs(reader, task))
                        .map(task -> forms.send(reader, task, typed, List.of(), locale)));
    }

    /**
     * Keeps what a guardian or the pupil wrote outside a task, also when the time to answer is over: somebody at the school must read it.
     *
     * @return the case when nothing in it listens any more, so that it must be opened again
     */
    public Optional<UUID> write(UUID plan, long person, Answers answers) {
        PlanRow row = plans.plan(plan);
        UUID entry = keep(row, person, answers);
        cases.event(row.caseId(), "family-wrote", null, Map.of("entry", entry.toString()));
        boolean heard = processes.tellAbout("family-wrote", row.caseId(), Fact.PLAN, plan.toString())
                || processes.tell("new-information", row.caseId());
        return heard ? Optional.empty() : Optional.of(row.caseId());
    }

    /** Keeps that a guardian or the pupil is not heard. @return the case, which must be told */
    public UUID notHeard(UUID plan, long person, Answers answers) {
        PlanRow row = plans.plan(plan);
        UUID entry = keep(row, person, answers);
        cases.event(row.caseId(), "not-heard", null, Map.of("entry", entry.toString()));
        return row.caseId();
    }

    private UUID keep(PlanRow row, long person, Answers answers) {
        Reader reader = reader(row, person).orElseThrow();
        if (!gate.allows(reader, row.caseId(), Part.OWN_PLAN)) {
            throw new IllegalStateException("not allowed");
        }
        return cases.addEntry(
                row.caseId(),
                answers.formId(),
                person,
                isPupil(row, person) ? "pupil" : "guardian",
                row.pupil(),
                null,
                answers.toJson());
    }

    // A task that has just ended is still theirs to be told about.
    private boolean theirs(Reader reader, TaskRow task) {
        return !task.open() || tasks.addressedTo(reader, task.taskId());
    }

    private List<TaskRow> asked(Reader reader, PlanRow row) {
        return tasks.ofCase(row.caseId()).stream()
                .filter(TaskRow::open)
                .filter(task -> row.pupil() == null || row.pupil().equals(task.pupil()))
                .filter(task -> tasks.addressedTo(reader, task.taskId()))
                .toList();
    }

    private Optional<Reader> reader(PlanRow row, long person) {
        return person(row, person).map(known -> {
            Set<String> audiences = new HashSet<>(Set.of("plan-link:" + row.caseId()));
            audiences.add(isPupil(row, person) ? "pupil:" + row.pupil() : "guardian:" + person);
            if (row.pupil() != null) {
                audiences.add("child:" + row.pupil());
            }
            if (row.pupil() != null && saidNotHeard(row, person)) {
                audiences.add("unheard:" + row.pupil());
            }
            return new Reader(person, known.name(), audiences);
        });
    }

    private boolean saidNotHeard(PlanRow row, long person) {
        return cases.entries(row.caseId(), "not-heard").stream()
                .anyMatch(e -> Long.valueOf(person).equals(e.authorId()) && row.pupil().equals(e.about()) && e.copiedFrom() == null);
    }

    private Optional<Person> person(PlanRow row, long person) {
        return around.family(row, person);
    }

    private boolean isPupil(PlanRow row, long person) {
        return around.pupil(row).filter(p -> p.id() == person).isPresent();
    }
}
