package no.omtanke.process;

import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.StepBacks;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Take, assign and hand back. Public because staff's doors have these buttons. */
@Service
@Transactional
public class TaskDesk {

    private final TaskService tasks;
    private final TaskRows rows;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final StepBacks stepBacks;

    TaskDesk(TaskService tasks, TaskRows rows, CaseGate gate, CaseFiles cases, StepBacks stepBacks) {
        this.tasks = tasks;
        this.rows = rows;
        this.gate = gate;
        this.cases = cases;
        this.stepBacks = stepBacks;
    }

    /** What became of it. Public as the answer to a button. */
    public enum Result {
        DONE,
        /** Somebody was first. */
        TAKEN,
        /** The task has ended. */
        ENDED,
        NOT_ALLOWED
    }

    /** The reader takes a task that is addressed to them; one that a missed deadline raised may be taken from its holder. */
    public Result take(Reader reader, String taskId) {
        TaskRow row = rows.lock(taskId).orElse(null);
        if (row == null || !addressed(reader, row)) {
            return Result.NOT_ALLOWED;
        }
        if (!row.open()) {
            return Result.ENDED;
        }
        boolean raised = row.raisedTo() != null && reader.in(row.raisedTo());
        if (row.assignee() != null && row.assignee() != reader.personId() && !raised) {
            return Result.TAKEN;
        }
        tasks.setAssignee(taskId, String.valueOf(reader.personId()));
        cases.event(row.caseId(), "task-taken", reader.personId(), Map.of("task", row.taskKey()));
        return Result.DONE;
    }

    /** Gives the task to somebody. The caller has checked that the person works at the school. */
    public Result assign(Reader reader, String taskId, long personId) {
        TaskRow row = rows.lock(taskId).orElse(null);
        if (row == null || !addressed(reader, row) || onlyInvited(reader, row) || !mayReceive(row, personId)) {
            return Result.NOT_ALLOWED;
        }
        if (!row.open()) {
            return Result.ENDED;
        }
        tasks.setAssignee(taskId, String.valueOf(personId));
        cases.event(
                row.caseId(),
                "task-assigned",
                reader.personId(),
                Map.of("task", row.taskKey(), "to", String.valueOf(personId)));
        return Result.DONE;
    }

    /** The holder hands the task back to the group it is addressed to. */
    public Result handBack(Reader reader, String taskId) {
        TaskRow row = rows.lock(taskId).orElse(null);
        // Also the holder is asked the policy: whoever the case turned out to be about hears no more of it.
        if (row == null
                || row.assignee() == null
                || row.assignee() != reader.personId()
                || !gate.allows(reader, row.caseId(), row.part())) {
            return Result.NOT_ALLOWED;
        }
        if (!row.open()) {
            return Result.ENDED;
        }
        tasks.setAssignee(taskId, null);
        cases.event(row.caseId(), "task-handed-back", reader.personId(), Map.of("task", row.taskKey()));
        return Result.DONE;
    }

    private boolean addressed(Reader reader, TaskRow row) {
        return rows.audiences(row.taskId()).stream().anyMatch(reader::in) && gate.allows(reader, row.caseId(), row.part());
    }

    // Who was asked to write with the holder does not give the holder's task away.
    private boolean onlyInvited(Reader reader, TaskRow row) {
        return row.assignee() != null
                && row.assignee() != reader.personId()
                && rows.audiences(row.taskId()).stream().filter(a -> !a.startsWith("person:")).noneMatch(reader::in);
    }

    // Nobody is given a task in a case about themselves, or one that they stepped back from.
    private boolean mayReceive(TaskRow row, long personId) {
        return !stepBacks.keptOut(row.caseId()).contains(personId);
    }
}
