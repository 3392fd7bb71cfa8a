package no.omtanke.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table outside of any case. Public because subjects look there whether a case is to begin. */
@Component
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    /** What each row that answers says under the output's name. */
    public List<String> ask(String table, String output, Map<String, Object> known) {
        return decisions.evaluateDecisionTableByKey(table, known).getResultList().stream()
                .map(row -> String.valueOf(row.get(output)))
                .toList();
    }
}
