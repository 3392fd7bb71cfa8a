package no.omtanke.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LetterNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps decisions and their parties. */
@Repository
class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Decision decision) {
        jdbc.sql(
                        """
                        insert into individual_decision (id, case_id, school_id, pupil, kind, task, entry_id, letter_year, letter_number,
                            made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        decision.id(),
                        decision.caseId(),
                        decision.schoolId(),
                        decision.pupil(),
                        decision.kind(),
                        decision.task(),
                        decision.entry(),
                        decision.number().year(),
                        decision.number().number(),
                        decision.madeBy(),
                        Timestamp.from(decision.madeAt())))
                .update();
    }

    void addParty(Decision decision, long person) {
        jdbc.sql("insert into decision_party (id, decision_id, case_id, person_id) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), decision.id(), decision.caseId(), person)
                .update();
    }

    void letter(UUID decision, UUID document) {
        jdbc.sql("update individual_decision set document_id = ? where id = ?").params(document, decision).update();
    }

    void replace(UUID decision, UUID by) {
        jdbc.sql("update individual_decision set replaced_by = ? where id = ? and replaced_by is null").params(by, decision).update();
    }

    /** The window begins; one that has begun stays as it is. */
    void available(UUID party, String way, LocalDate on, LocalDate lastDay) {
        jdbc.sql("update decision_party set way = ?, available_on = ?, last_day = ? where id = ? and available_on is null")
                .params(way, on, lastDay, party)
                .update();
    }

    void read(UUID party, Timestamp at) {
        jdbc.sql("update decision_party set read_at = ? where id = ? and read_at is null").params(at, party).update();
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql("select * from individual_decision where id = ?").param(id).query(DecisionStore::decision).optional();
    }

    Optional<Decision> ofEntry(UUID entry) {
        return jdbc.sql("select * from individual_decision where entry_id = ?").param(entry).query(DecisionStore::decision).optional();
    }

    /** Oldest first. */
    List<Decision> ofCase(UUID caseId) {
        return jdbc.sql("select * from individual_decision where case_id = ? order by made_at, letter_number")
                .param(caseId)
                .query(DecisionStore::decision)
                .list();
    }

    Optional<DecisionParty> party(UUID id) {
        return jdbc.sql("select * from decision_party where id = ?").param(id).query(DecisionStore::party).optional();
    }

    /** The same, and nobody else changes it until this transaction has ended. */
    Optional<DecisionParty> lockParty(UUID id) {
        return jdbc.sql("select * from decision_party where id = ? for update").param(id).query(DecisionStore::party).optional();
    }

    List<DecisionParty> parties(UUID decision) {
        return jdbc.sql("select * from decision_party where decision_id = ? order by person_id")
                .param(decision)
                .query(DecisionStore::party)
                .list();
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("school_id"),
                row.getObject("pupil", UUID.class),
                row.getString("kind"),
                row.getString("task"),
                row.getObject("entry_id", UUID.class),
                new LetterNumbers.Number(row.getInt("letter_year"), row.getInt("letter_number")),
                row.getObject("document_id", UUID.class),
                row.getObject("made_by", Long.class),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("replaced_by", UUID.class));
    }

    private static DecisionParty party(ResultSet row, int n) throws SQLException {
        return new DecisionParty(
                row.getObject("id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("person_id"),
                row.getString("way"),
                row.getObject("available_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
