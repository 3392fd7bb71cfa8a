package no.omtanke.administration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed over, kept as a list to check. */
@Component
class Handovers {

    private static final int NEWEST = 50;

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final Clock clock;

    Handovers(JdbcClient jdbc, CasePolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    record Kept(UUID id, int school, long leaver, long by, Instant at, LocalDate endsOn) {}

    /** @param to null when it went back to the group */
    record KeptLine(String kind, String reference, Instant due, Long to) {}

    UUID keep(Reader administrator, int school, long leaver, List<Thing> things, Choices choices) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into handover (id, school_id, leaver, by_person, at, ends_on) values (?, ?, ?, ?, ?, ?)")
                .params(id, school, leaver, administrator.personId(), OffsetDateTime.now(clock), choices.endsOn())
                .update();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            jdbc.sql(
                            """
                            insert into handover_line (handover_id, number, kind, case_id, reference, due_at, to_person)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            id,
                            i + 1,
                            thing.kind(),
                            thing.caseId(),
                            thing.reference(),
                            thing.due() == null ? null : Timestamp.from(thing.due()),
                            choices.of(thing).orElse(null)))
                    .update();
        }
        return id;
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from handover where id = ?").param(id).query(Handovers::kept).optional();
    }

    /** Newest first. */
    List<Kept> newest() {
        return jdbc.sql("select * from handover order by at desc limit ?").param(NEWEST).query(Handovers::kept).list();
    }

    /** Without lines of a case that the administrator is kept out of by now. */
    List<KeptLine> lines(Reader administrator, UUID id) {
        Visible visible = policy.visibleHolding(administrator);
        Map<String, Object> params = new HashMap<>(visible.params());
        params.put("id", id);
        return jdbc.sql("select l.* from handover_line l left join case_file c on c.id = l.case_id where l.handover_id = :id"
                        + " and (l.case_id is null or (" + visible.condition() + ")) order by l.number")
                .params(params)
                .query((row, n) -> new KeptLine(
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant(),
                        row.getObject("to_person", Long.class)))
                .list();
    }

    private static Kept kept(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getInt("school_id"),
                row.getLong("leaver"),
                row.getLong("by_person"),
                row.getTimestamp("at").toInstant(),
                row.getObject("ends_on", LocalDate.class));
    }
}
