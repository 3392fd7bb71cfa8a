package no.omtanke.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of evaluations; what was answered is sealed. */
@Component
class EvaluationStore {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    EvaluationStore(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    void begin(PlanRow plan, int version) {
        jdbc.sql(
                        """
                        insert into plan_evaluation (plan_id, number, version, begun_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ? from plan_evaluation where plan_id = ?
                        """)
                .params(plan.id(), version, OffsetDateTime.now(clock), plan.id())
                .update();
    }

    /** Keeps the finished evaluation. */
    void end(PlanRow plan, Evaluation evaluation) {
        jdbc.sql(
                        """
                        update plan_evaluation set ended_at = ?, safe = ?, outcome = ?, next_on = ?, sealed = ?
                        where plan_id = ? and number = ?
                        """)
                .params(Arrays.asList(
                        OffsetDateTime.now(clock),
                        evaluation.safe(),
                        evaluation.outcome(),
                        evaluation.nextOn(),
                        seal(plan, evaluation),
                        plan.id(),
                        evaluation.number()))
                .update();
    }

    /** Oldest first. */
    List<Evaluation> of(PlanRow plan) {
        return jdbc.sql("select * from plan_evaluation where plan_id = ? order by number")
                .param(plan.id())
                .query((row, n) -> evaluation(plan, row))
                .list();
    }

    private Evaluation evaluation(PlanRow plan, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return sealed != null
                ? open(plan, sealed)
                : new Evaluation(
                        row.getInt("number"),
                        row.getInt("version"),
                        row.getTimestamp("begun_at").toInstant(),
                        null,
                        null,
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        null,
                        "",
                        null,
                        null);
    }

    private byte[] seal(PlanRow plan, Evaluation evaluation) {
        try {
            return vault.seal(plan.caseId(), json.writeValueAsBytes(evaluation));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Evaluation open(PlanRow plan, byte[] sealed) {
        try {
            return json.readValue(vault.open(plan.caseId(), sealed), Evaluation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
