package no.omtanke.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a task whose deadline was missed to the next level. Public because the notice about it is the subject's to write. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Raising {

    private final TaskRows rows;
    private final CaseFiles cases;
    private final Clock clock;

    Raising(TaskRows rows, CaseFiles cases, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.clock = clock;
    }

    /** Raises the case's open tasks of the duty. @return the tasks that were raised */
    public List<TaskRow> raise(UUID caseId, String duty, String pupil, String audience) {
        List<TaskRow> open = rows.openFor(caseId, duty, pupil);
        for (TaskRow row : open) {
            rows.raise(row.taskId(), audience, clock.instant());
            cases.event(caseId, "deadline-missed", null, Map.of("task", duty, "to", audience.split(":")[0], "taskId", row.taskId()));
        }
        if (!open.isEmpty() && audience.equals("school-owner")) {
            cases.escalate(caseId);
        }
        return open;
    }

    /** Raises a body's own task to whoever leads the body. */
    public void raiseInBody(TaskRow row, String audience) {
        rows.raise(row.taskId(), audience, clock.instant());
        cases.event(row.caseId(), "deadline-missed", null, Map.of("task", row.taskKey(), "to", "body-leader", "taskId", row.taskId()));
    }

    /** The case's open tasks of the duty. */
    public List<TaskRow> open(UUID caseId, String duty, String pupil) {
        return rows.openFor(caseId, duty, pupil);
    }

    /** Whom an open task is addressed to now. */
    public List<String> audiences(String taskId) {
        return rows.audiences(taskId);
    }
}
