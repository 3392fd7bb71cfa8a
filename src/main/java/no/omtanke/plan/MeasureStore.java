package no.omtanke.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of measures. Days, owners and how often stand open, for lists and timers; what people wrote is sealed. */
@Component
class MeasureStore {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    MeasureStore(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** A measure with where it belongs. @param begunAt null while its plan does not hold */
    record MeasureRow(
            Measure measure, UUID plan, UUID caseId, int schoolId, UUID pupil, int version, Instant begunAt, boolean running) {}

    private record Words(String what, String why, String place, String listText) {}

    void add(PlanRow plan, int version, Measure m) {
        jdbc.sql(
                        """
                        insert into plan_measure (id, plan_id, version, number, target, often, from_date, to_date, evaluate_on,
                            owner, substitute, moment, on_list, sealed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        m.id(),
                        plan.id(),
                        version,
                        m.number(),
                        m.target().code(),
                        m.often().code(),
                        m.from(),
                        m.to(),
                        m.evaluation(),
                        m.owner(),
                        m.substitute(),
                        m.moment(),
                        m.listText() != null,
                        seal(plan.caseId(), m)))
                .update();
    }

    List<Measure> of(PlanRow plan, int version) {
        return jdbc.sql("select * from plan_measure where plan_id = ? and version = ? order by number")
                .params(plan.id(), version)
                .query((row, n) -> measure(plan.caseId(), row))
                .list();
    }

    Optional<MeasureRow> find(UUID id) {
        return jdbc.sql(
                        """
                        select m.*, p.case_id, p.school_id, p.pupil from plan_measure m join plan p on p.id = m.plan_id
                        where m.id = ?
                        """)
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The version's measures that have not begun, in their order. */
    List<UUID> notBegun(UUID plan, int version) {
        return jdbc.sql("select id from plan_measure where plan_id = ? and version = ? and begun_at is null order by number")
                .params(plan, version)
                .query(UUID.class)
                .list();
    }

    void begin(UUID measure) {
        jdbc.sql("update plan_measure set begun_at = ? where id = ? and begun_at is null")
                .params(OffsetDateTime.now(clock), measure)
                .update();
    }

    /** Ends the running measures of all versions but one. @return them */
    List<UUID> endOthers(UUID plan, int version) {
        return jdbc.sql(
                        """
                        update plan_measure set ended_at = ?
                        where plan_id = ? and version <> ? and begun_at is not null and ended_at is null
                        returning id
                        """)
                .params(OffsetDateTime.now(clock), plan, version)
                .query(UUID.class)
                .list();
    }

    /** Whether the person has a running measure of the case. */
    boolean hasAny(UUID caseId, long person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from plan_measure m join plan p on p.id = m.plan_id
                          where p.case_id = ? and ? in (m.owner, m.substitute) and m.begun_at is not null and m.ended_at is null)
                        """)
                .params(caseId, person)
                .query(Boolean.class)
                .single();
    }

    void own(UUID measure, long person) {
        jdbc.sql("update plan_measure set owner = ? where id = ?").params(person, measure).update();
    }

    void standIn(UUID measure, long person) {
        jdbc.sql("update plan_measure set substitute = ? where id = ?").params(person, measure).update();
    }

    /** The person has no measure of the case any more, nor stands in for anybody; what is over stays as it was. */
    void disown(UUID caseId, long person) {
        for (String column : List.of("owner", "substitute")) {
            jdbc.sql("update plan_measure m set " + column + " = null from plan p where p.id = m.plan_id and p.case_id = ? and m."
                            + column + " = ? and m.ended_at is null")
                    .params(caseId, person)
                    .update();
        }
    }

    MeasureRow row(ResultSet row, int n) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        Timestamp begun = row.getTimestamp("begun_at");
        return new MeasureRow(
                measure(caseId, row),
                row.getObject("plan_id", UUID.class),
                caseId,
                row.getInt("school_id"),
                row.getObject("pupil", UUID.class),
                row.getInt("version"),
                begun == null ? null : begun.toInstant(),
                begun != null && row.getTimestamp("ended_at") == null);
    }

    private Measure measure(UUID caseId, ResultSet row) throws SQLException {
        Words words = open(caseId, row.getBytes("sealed"));
        return new Measure(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                words.what(),
                words.why(),
                Target.of(row.getString("target")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                Often.of(row.getString("often")),
                row.getObject("owner", Long.class),
                row.getObject("substitute", Long.class),
                row.getObject("evaluate_on", LocalDate.class),
                row.getString("moment"),
                words.place(),
                words.listText());
    }

    private byte[] seal(UUID caseId, Measure m) {
        try {
            return vault.seal(
                    caseId, json.writeValueAsBytes(new Words(m.what(), m.why(), m.place(), m.listText())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Words open(UUID caseId, byte[] sealed) {
        try {
            return json.readValue(vault.open(caseId, sealed), Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
