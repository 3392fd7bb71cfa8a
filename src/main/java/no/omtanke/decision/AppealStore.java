package no.omtanke.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LetterNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps appeals. */
@Repository
class AppealStore {

    private final JdbcClient jdbc;

    AppealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the party has an open one already */
    boolean insert(Appeal appeal, Long registeredBy) {
        return jdbc.sql(
                                """
                                insert into appeal (id, decision_id, case_id, decision_party, entry_id, channel, came_on, late, registered_by,
                                    state, reopened, registered_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(Arrays.asList(
                                appeal.id(),
                                appeal.decision(),
                                appeal.caseId(),
                                appeal.party(),
                                appeal.entry(),
                                appeal.channel(),
                                appeal.cameOn(),
                                appeal.late(),
                                registeredBy,
                                appeal.state(),
                                appeal.reopened(),
                                Timestamp.from(appeal.registeredAt())))
                        .update()
                == 1;
    }

    /** It has come so far, and goes on. */
    void become(UUID appeal, String state) {
        jdbc.sql("update appeal set state = ? where id = ? and ended_at is null").params(state, appeal).update();
    }

    /** It is over. @return false when it was before */
    boolean end(UUID appeal, String state, Instant at) {
        return jdbc.sql("update appeal set state = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(state, Timestamp.from(at), appeal)
                        .update()
                == 1;
    }

    /** The party takes it back. @return false when it was decided before */
    boolean withdraw(UUID appeal, Instant at) {
        return jdbc.sql(
                                """
                                update appeal set state = 'withdrawn', ended_at = ?, was_forwarded = state = 'forwarded'
                                where id = ? and ended_at is null
                                """)
                        .params(Timestamp.from(at), appeal)
                        .update()
                == 1;
    }

    void outcome(UUID appeal, String outcome) {
        jdbc.sql("update appeal set outcome = ? where id = ?").params(outcome, appeal).update();
    }

    /** The letter that goes with it to Statsforvalteren. */
    void forwardingLetter(UUID appeal, LetterNumbers.Number number, UUID document) {
        jdbc.sql("update appeal set letter_year = ?, letter_number = ?, letter_document = ? where id = ?")
                .params(number.year(), number.number(), document, appeal)
                .update();
    }

    void outcomeLetter(UUID appeal, LetterNumbers.Number number, UUID document) {
        jdbc.sql("update appeal set outcome_year = ?, outcome_number = ?, outcome_document = ? where id = ?")
                .params(number.year(), number.number(), document, appeal)
                .update();
    }

    Optional<Appeal> find(UUID id) {
        return jdbc.sql("select * from appeal where id = ?").param(id).query(AppealStore::appeal).optional();
    }

    /** The party's, oldest first. */
    List<Appeal> ofParty(UUID party) {
        return jdbc.sql("select * from appeal where decision_party = ? order by registered_at").param(party).query(AppealStore::appeal).list();
    }

    List<Appeal> ofCase(UUID caseId) {
        return jdbc.sql("select * from appeal where case_id = ? order by registered_at").param(caseId).query(AppealStore::appeal).list();
    }

    Optional<Appeal> open(UUID party) {
        return ofParty(party).stream().filter(Appeal::running).findFirst();
    }

    private static Appeal appeal(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("decision_party", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("channel"),
                row.getObject("came_on", LocalDate.class),
                row.getBoolean("late"),
                row.getString("state"),
                row.getString("outcome"),
                row.getBoolean("was_forwarded") || row.getString("state").equals("forwarded"),
                row.getBoolean("reopened"),
                row.getObject("letter_document", UUID.class),
                row.getObject("outcome_document", UUID.class),
                row.getTimestamp("registered_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
