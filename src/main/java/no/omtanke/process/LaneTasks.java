package no.omtanke.process;

import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of a closed lane and those who are let into it. Public because the lane's subject lets them in. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LaneTasks {

    private final TaskService tasks;
    private final TaskRows rows;

    LaneTasks(TaskService tasks, TaskRows rows) {
        this.tasks = tasks;
        this.rows = rows;
    }

    /** What is open is addressed to the person too; what opens later is by itself. */
    public void addressTo(UUID caseId, long person) {
        rows.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> !rows.audiences(row.taskId()).contains("person:" + person))
                .forEach(row -> tasks.addCandidateGroup(row.taskId(), "person:" + person));
    }
}
