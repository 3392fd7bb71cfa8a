package no.omtanke.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.TransactionMemory;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Keeps the task list's rows in the engine's own transaction: they commit and roll back together. */
@Component
class TaskProjection implements TaskListener {

    private final TaskRows rows;
    private final CaseFiles cases;
    private final Completion completion;
    private final Clock clock;
    private final TransactionMemory memory;

    private static final String SHOWN = "shown";

    /** What the row tells of a task that can change. */
    private record Shown(String assignee, Date due, Set<String> audiences) {
        static Shown of(DelegateTask task) {
            return new Shown(task.getAssignee(), task.getDueDate(), TaskProjection.audiences(task));
        }
    }

    TaskProjection(TaskRows rows, CaseFiles cases, Completion completion, Clock clock, TransactionMemory memory) {
        this.rows = rows;
        this.cases = cases;
        this.completion = completion;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> created(task);
            case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> changed(task);
            case EVENTNAME_COMPLETE -> ended(task, "done", completion.by());
            case EVENTNAME_DELETE -> ended(task, "cancelled", null);
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void created(DelegateTask task) {
        UUID caseId = UUID.fromString((String) task.getVariable(Fact.CASE_ID.variable()));
        rows.insert(
                new TaskRow(
                        task.getId(),
                        caseId,
                        processKey(task),
                        task.getTaskDefinitionKey(),
                        form(task),
                        (Integer) task.getVariable(Fact.SCHOOL_ID.variable()),
                        // Whom a body's task is about is shared with it or not, as the rest.
                        forBody(task) ? null : id(task, Fact.PUPIL),
                        id(task, Fact.MEASURE),
                        id(task, Fact.INVOLVEMENT),
                        forBody(task),
                        assignee(task),
                        cases.file(caseId).map(f -> f.serious()).orElse(false),
                        (Integer) property(task, UserTaskListeners.FAMILY_STEP_PROPERTY),
                        clock.instant(),
                        instant(task.getDueDate()),
                        "open",
                        null,
                        null,
                        null),
                task.getProcessInstanceId(),
                audiences(task));
        memory.keep(SHOWN, task.getId(), Shown.of(task));
        letIn(task, caseId);
    }

    private void changed(DelegateTask task) {
        Shown now = Shown.of(task);
        // A task that was just made is told of its holder once more; nothing is new.
        if (now.equals(memory.keep(SHOWN, task.getId(), now))) {
            return;
        }
        rows.find(task.getId()).filter(TaskRow::open).ifPresent(before -> {
            rows.change(task.getId(), assignee(task), instant(task.getDueDate()), audiences(task));
            Long former = before.assignee();
            if (former != null && !before.forBody() && !former.equals(assignee(task))) {
                letOut(before);
            }
            letIn(task, before.caseId());
        });
    }

    // Who was asked to help with it is done helping; who did it stays in the case.
    private void ended(DelegateTask task, String state, Long by) {
        rows.find(task.getId()).filter(TaskRow::open).ifPresent(row -> {
            Set<String> invited = audiences(task);
            invited.remove("person:" + task.getAssignee());
            rows.end(task.getId(), state, clock.instant(), by);
            invited.stream()
                    .filter(audience -> audience.startsWith("person:"))
                    .map(audience -> Long.valueOf(audience.substring("person:".length())))
                    .filter(person -> !rows.invites(row.caseId(), person))
                    .forEach(person -> cases.endParticipation(row.caseId(), person, Writers.ROLE));
        });
    }

    // Who is given a task works in the case from then on, about the pupil whom the task is about; a case that asks the owner for something is the owner's to see.
    private void letIn(DelegateTask task, UUID caseId) {
        if (audiences(task).contains(Assignments.OWNER)) {
            cases.escalate(caseId);
        }
        Long person = assignee(task);
        if (person != null && !forBody(task)) {
            boolean measure = id(task, Fact.MEASURE) != null;
            cases.addParticipant(caseId, person, measure ? "measure" : "task", measure ? null : id(task, Fact.PUPIL));
        }
    }

    // Who hands back the only task they had in the case, or about the pupil, is out of it again.
    private void letOut(TaskRow before) {
        UUID pupil = before.measure() != null ? null : before.pupil();
        boolean others = rows.ofCase(before.caseId()).stream()
                .filter(row -> !row.taskId().equals(before.taskId()) && row.part() == before.part())
                .filter(row -> row.measure() != null || Objects.equals(row.pupil(), pupil))
                .anyMatch(row -> before.assignee().equals(row.open() ? row.assignee() : row.endedBy()));
        if (!others) {
            cases.endParticipation(
                    before.caseId(), before.assignee(), before.measure() != null ? "measure" : "task", pupil);
        }
    }

    static Set<String> audiences(DelegateTask task) {
        Set<String> audiences = new HashSet<>();
        task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .forEach(link -> audiences.add(
                        link.getGroupId() != null ? link.getGroupId() : "person:" + link.getUserId()));
        if (task.getAssignee() != null) {
            audiences.add("person:" + task.getAssignee());
        }
        return audiences;
    }

    private static boolean forBody(DelegateTask task) {
        return Boolean.TRUE.equals(property(task, UserTaskListeners.FOR_BODY_PROPERTY));
    }

    private static Long assignee(DelegateTask task) {
        return task.getAssignee() == null ? null : Long.valueOf(task.getAssignee());
    }

    private static UUID id(DelegateTask task, Fact fact) {
        Object id = task.getVariable(fact.variable());
        return id instanceof String text && !text.isEmpty() ? UUID.fromString(text) : null;
    }

    private static String form(DelegateTask task) {
        String from = (String) property(task, UserTaskListeners.FORM_FROM_PROPERTY);
        return from == null
                ? (String) property(task, UserTaskListeners.FORM_PROPERTY)
                : (String) Context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression(from)
                        .getValue(((TaskEntity) task).getExecution());
    }

    private static Object property(DelegateTask task, String name) {
        return ((TaskEntity) task).getExecution().getActivity().getProperty(name);
    }

    private static String processKey(DelegateTask task) {
        // The definition's id begins with its key.
        return task.getProcessDefinitionId().split(":")[0];
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
