package no.omtanke.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every reading and every refusal. Public because links are used before there is a reader. */
@Service
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records a decision outside of any transaction: it stands at once, and even when the request fails afterwards. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void record(Reader reader, UUID caseId, Part part, Decision decision) {
        jdbc.sql(
                        """
                        insert into access_log (at, person_id, case_id, part, allowed, reason)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        OffsetDateTime.now(clock),
                        reader.personId() == 0 ? null : reader.personId(),
                        caseId,
                        part.name(),
                        decision.allowed(),
                        decision.reason())
                .update();
    }

    /** The case's readings and refusals, newest first; the caller has passed the gate. */
    public List<Reading> ofCase(UUID caseId, int limit) {
        return jdbc.sql("select * from access_log where case_id = ? order by at desc, id desc limit ?")
                .params(caseId, limit)
                .query((row, n) -> new Reading(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("person_id", Long.class),
                        Part.valueOf(row.getString("part")),
                        row.getBoolean("allowed"),
                        row.getString("reason")))
                .list();
    }
}
