package no.omtanke.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which open tasks of a case tell the family something when they are done; the decision table {@code tells-family} says. Public because
 * an employee who reports to child protection looks them over.
 */
@Service
@Transactional
public class FamilyTold {

    private final DecisionService decisions;
    private final TaskRows rows;

    FamilyTold(@Lazy DecisionService decisions, TaskRows rows) {
        this.decisions = decisions;
        this.rows = rows;
    }

    /** The caller has passed the gate. */
    public List<TaskRow> openIn(UUID caseId) {
        return rows.ofCase(caseId).stream().filter(TaskRow::open).filter(row -> tells(row.taskKey())).toList();
    }

    private boolean tells(String duty) {
        return !decisions.evaluateDecisionTableByKey("tells-family", Map.of("duty", duty)).isEmpty();
    }
}
