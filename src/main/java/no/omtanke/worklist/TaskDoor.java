package no.omtanke.worklist;

import java.util.Optional;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.StepBacks;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets a reader to a task. What is unknown and what is somebody else's look the same. */
@Component
class TaskDoor {

    private final TaskQueries tasks;
    private final CaseGate gate;
    private final TaskForms forms;
    private final StepBacks stepBacks;
    private final SharedBeside shared;

    TaskDoor(TaskQueries tasks, CaseGate gate, TaskForms forms, StepBacks stepBacks, SharedBeside shared) {
        this.shared = shared;
        this.tasks = tasks;
        this.gate = gate;
        this.forms = forms;
        this.stepBacks = stepBacks;
    }

    TaskRow row(String taskId) {
        return tasks.task(taskId).orElseThrow(TaskDoor::notFound);
    }

    /** Opens the task with its case, for showing it. */
    OpenTask open(Reader reader, TaskRow row) {
        OpenTask task = addressed(reader, row);
        OpenCase open = task.open();
        return new OpenTask(row, () -> open, task.mine(), task.shared());
    }

    /** The task for somebody who sends its form: the gate is asked when it is sent, and before anything of the case is shown. */
    OpenTask addressed(Reader reader, TaskRow row) {
        if (!row.open() || !tasks.addressedTo(reader, row.taskId())) {
            throw notFound();
        }
        return new OpenTask(
                row,
                () -> through(reader, row),
                Long.valueOf(reader.personId()).equals(row.assignee()),
                forms.form(row).shared());
    }

    private OpenCase through(Reader reader, TaskRow row) {
        Optional<OpenCase> open =
                switch (row.part()) {
                    case MEASURE -> gate.openMeasure(reader, row.caseId(), row.pupil());
                    case SHARED -> shared.open(reader, row);
                    default -> gate.open(reader, row.caseId(), Part.TASK, "task:" + row.taskId());
                };
        return open.orElseThrow(TaskDoor::notFound);
    }

    /** Whether the reader may hear what became of a task that has ended. */
    boolean mayHearOf(Reader reader, TaskRow ended) {
        boolean mine = Long.valueOf(reader.personId()).equals(ended.endedBy())
                && !stepBacks.keptOut(ended.caseId()).contains(reader.personId());
        return mine || gate.allows(reader, ended.caseId(), ended.part());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
