package no.omtanke.process;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The school owner takes a case over from the school's leadership. Public because a subject decides when. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OwnersCase {

    private final CaseFiles cases;
    private final TaskRows rows;
    private final TaskService tasks;
    private final WayOut wayOut;
    private final Assignments assignments;

    OwnersCase(CaseFiles cases, TaskRows rows, TaskService tasks, WayOut wayOut, Assignments assignments) {
        this.cases = cases;
        this.rows = rows;
        this.tasks = tasks;
        this.wayOut = wayOut;
        this.assignments = assignments;
    }

    /** What leaders of the school have to do in the case is the owner's; teachers keep what is theirs. */
    public void takeOver(UUID caseId) {
        CaseFile file = cases.file(caseId).orElseThrow();
        String leadership = "leadership:" + file.schoolId();
        List<TaskRow> theirs = rows.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> rows.audiences(row.taskId()).contains(leadership))
                .toList();
        theirs.stream()
                .filter(row -> row.assignee() != null && assignments.leads(file.schoolId(), row.assignee()))
                .forEach(row -> tasks.setAssignee(row.taskId(), null));
        wayOut.toTheOwner(caseId, null);
        // A model asks for this in the middle of the engine's work: the listener still sees the group that was deleted.
        theirs.forEach(row -> rows.withdraw(row.taskId(), leadership));
    }
}
