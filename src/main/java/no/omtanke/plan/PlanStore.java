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
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of plans and their versions. What people wrote is sealed with the case's key. */
@Component
class PlanStore {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final MeasureStore measures;
    private final Clock clock;

    PlanStore(JdbcClient jdbc, Vault vault, ObjectMapper json, MeasureStore measures, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.measures = measures;
        this.clock = clock;
    }

    /** A plan's outside. @param pupil the party, or null */
    record PlanRow(UUID id, UUID caseId, int schoolId, UUID pupil, Instant begunAt, Instant endedAt) {}

    /** What of a version is sealed, besides its measures. */
    private record Sealed(PlanContent content, String overrideReason, List<Finding> findings) {}

    UUID begin(UUID caseId, UUID pupil, int schoolId) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into plan (id, case_id, pupil, school_id, begun_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, caseId, pupil, schoolId, OffsetDateTime.now(clock)))
                .update();
        return id;
    }

    PlanRow plan(UUID id) {
        return find(id).orElseThrow();
    }

    Optional<PlanRow> find(UUID id) {
        return jdbc.sql("select * from plan where id = ?").param(id).query(PlanStore::row).optional();
    }

    List<PlanRow> ofCase(UUID caseId) {
        return jdbc.sql("select * from plan where case_id = ? order by begun_at, id")
                .param(caseId)
                .query(PlanStore::row)
                .list();
    }

    void end(UUID plan) {
        jdbc.sql("update plan set ended_at = ? where id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), plan)
                .update();
    }

    /** Newest first. */
    List<PlanVersion> versions(PlanRow plan) {
        return jdbc.sql("select * from plan_version where plan_id = ? order by number desc")
                .param(plan.id())
                .query((row, n) -> version(plan, row))
                .list();
    }

    /** When the versions held that ever did, by their numbers; the end is empty for the one that holds still. */
    List<Held> held(PlanRow plan) {
        return jdbc.sql(
                        """
                        select v.number, least(v.in_force_at, v.approved_at) as since, least(v.replaced_at, p.ended_at) as until
                        from plan_version v join plan p on p.id = v.plan_id
                        where v.plan_id = ? and (v.in_force_at is not null or v.approved_at is not null) order by v.number
                        """)
                .param(plan.id())
                .query((row, n) -> new Held(
                        row.getInt("number"),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getTimestamp("until")).map(Timestamp::toInstant).orElse(null)))
                .list();
    }

    /** Adds a draft with its measures. */
    void add(PlanRow plan, PlanVersion.Draft draft) {
        jdbc.sql(
                        """
                        insert into plan_version (plan_id, number, state, written_at, evaluate_on, sealed)
                        values (?, ?, 'draft', ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        plan.id(),
                        draft.number(),
                        Timestamp.from(draft.writtenAt()),
                        draft.content().evaluation(),
                        seal(plan, draft.content(), null, List.of())))
                .update();
        draft.content().measures().forEach(m -> measures.add(plan, draft.number(), m));
    }

    /** Keeps the version's new state; what it says changes only while nobody has approved it. */
    void keep(PlanRow plan, PlanVersion version) {
        if (version instanceof PlanVersion.Draft draft) {
            set(plan, draft.number(), "draft", seal(plan, draft.content(), null, List.of()));
        } else if (version instanceof PlanVersion.Provisional provisional) {
            set(plan, provisional.number(), "provisional", seal(plan, provisional.content(), null, List.of()));
            stamp(plan, provisional.number(), "in_force_at", provisional.since());
        } else if (version instanceof PlanVersion.Approved approved) {
            Approval yes = approved.approval();
            set(
                    plan,
                    approved.number(),
                    "approved",
                    seal(plan, approved.content(), yes.overrideReason(), yes.findings()));
            stamp(plan, approved.number(), "approved_at", yes.at());
            jdbc.sql("update plan_version set approved_by = ?, overridden = ? where plan_id = ? and number = ?")
                    .params(yes.by(), yes.overridden(), plan.id(), approved.number())
                    .update();
        } else if (version instanceof PlanVersion.Replaced replaced) {
            jdbc.sql("update plan_version set state = 'replaced' where plan_id = ? and number = ?")
                    .params(plan.id(), replaced.number())
                    .update();
            stamp(plan, replaced.number(), "replaced_at", replaced.at());
        }
    }

    void evaluateOn(PlanRow plan, int version, java.time.LocalDate day) {
        jdbc.sql("update plan_version set evaluate_on = ? where plan_id = ? and number = ?")
                .params(day, plan.id(), version)
                .update();
    }

    Optional<java.time.LocalDate> evaluateOn(PlanRow plan, int version) {
        return jdbc.sql("select evaluate_on from plan_version where plan_id = ? and number = ? and evaluate_on is not null")
                .params(plan.id(), version)
                .query(java.time.LocalDate.class)
                .optional();
    }

    private void set(PlanRow plan, int number, String state, byte[] sealed) {
        jdbc.sql("update plan_version set state = ?, sealed = ? where plan_id = ? and number = ?")
                .params(state, sealed, plan.id(), number)
                .update();
    }

    private void stamp(PlanRow plan, int number, String column, Instant at) {
        jdbc.sql("update plan_version set " + column + " = ? where plan_id = ? and number = ?")
                .params(Timestamp.from(at), plan.id(), number)
                .update();
    }

    private byte[] seal(PlanRow plan, PlanContent content, String overrideReason, List<Finding> findings) {
        try {
            return vault.seal(
                    plan.caseId(),
                    json.writeValueAsBytes(new Sealed(content.with(List.of()), overrideReason, findings)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PlanVersion version(PlanRow plan, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Instant written = row.getTimestamp("written_at").toInstant();
        Sealed sealed = open(plan, row.getBytes("sealed"));
        PlanContent content = sealed.content().with(measures.of(plan, number));
        Timestamp approved = row.getTimestamp("approved_at");
        Approval approval = approved == null
                ? null
                : new Approval(
                        row.getLong("approved_by"), approved.toInstant(), sealed.overrideReason(), sealed.findings());
        return switch (row.getString("state")) {
            case "draft" -> new PlanVersion.Draft(number, written, content);
            case "provisional" ->
                new PlanVersion.Provisional(
                        number, written, content, row.getTimestamp("in_force_at").toInstant());
            case "approved" -> new PlanVersion.Approved(number, written, content, approval);
            default ->
                new PlanVersion.Replaced(
                        number, written, content, approval, row.getTimestamp("replaced_at").toInstant());
        };
    }

    private Sealed open(PlanRow plan, byte[] sealed) {
        try {
            return json.readValue(vault.open(plan.caseId(), sealed), Sealed.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanRow row(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new PlanRow(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("school_id"),
                row.getObject("pupil", UUID.class),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
