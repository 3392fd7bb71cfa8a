package no.omtanke.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases were joined with which, and which came out of another. Public because the subject joins and splits, and pages show the way. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseLinks {

    /** More would be a circle. */
    private static final int FARTHEST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One joining or splitting. Public as what pages show.
     *
     * @param join or a split
     * @param from the case that ended by it, or out of which the other came
     * @param brought the pupils who came with it, as parties of the case that they came to
     * @param until when joined cases were parted again, or null
     */
    public record Link(boolean join, UUID from, UUID to, List<UUID> brought, Instant at, Instant until) {

        public boolean joinedNow() {
            return join && until == null;
        }
    }

    /** Both ways, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Link> of(UUID caseId) {
        return jdbc.sql("select * from case_link where from_case = :case or to_case = :case order by at, id")
                .param("case", caseId)
                .query((row, n) -> new Link(
                        row.getString("kind").equals("join"),
                        row.getObject("from_case", UUID.class),
                        row.getObject("to_case", UUID.class),
                        List.of((UUID[]) row.getArray("brought").getArray()),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("until") == null ? null : row.getTimestamp("until").toInstant()))
                .list();
    }

    /** The case that goes on for this one, when it was joined with another; the last, when that was joined, too. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<UUID> goesOnIn(UUID caseId) {
        UUID last = caseId;
        for (int i = 0; i < FARTHEST; i++) {
            Optional<UUID> next = next(last);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
        }
        return last.equals(caseId) ? Optional.empty() : Optional.of(last);
    }

    private Optional<UUID> next(UUID caseId) {
        return jdbc.sql("select to_case from case_link where kind = 'join' and until is null and from_case = ?")
                .param(caseId)
                .query(UUID.class)
                .optional();
    }

    /** All cases that go on in this one now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<UUID> joinedInto(UUID caseId) {
        List<UUID> all = new ArrayList<>();
        List<UUID> look = new ArrayList<>(List.of(caseId));
        while (!look.isEmpty() && all.size() < FARTHEST) {
            List<UUID> found = jdbc.sql("select from_case from case_link where kind = 'join' and until is null and to_case = ?")
                    .param(look.remove(0))
                    .query(UUID.class)
                    .list();
            all.addAll(found);
            look.addAll(found);
        }
        return all;
    }

    public void join(UUID ends, UUID goesOn, List<UUID> brought, long by) {
        insert("join", ends, goesOn, brought, by);
    }

    public void split(UUID from, UUID fresh, List<UUID> brought, long by) {
        insert("split", from, fresh, brought, by);
    }

    /** The joined case is its own again. */
    public void part(UUID joined) {
        jdbc.sql("update case_link set until = ? where kind = 'join' and until is null and from_case = ?")
                .params(OffsetDateTime.now(clock), joined)
                .update();
    }

    private void insert(String kind, UUID from, UUID to, List<UUID> brought, long by) {
        jdbc.sql(
                        """
                        insert into case_link (id, kind, from_case, to_case, brought, by_person, at)
                        values (:id, :kind, :from, :to, :brought, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("brought", brought.toArray(UUID[]::new))
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
