package no.omtanke.absence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which pupils are followed up, and the days of their measures. */
@Repository
class FollowUpStore {

    private final JdbcClient jdbc;

    FollowUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A measure without its words. */
    record Step(UUID id, UUID caseId, UUID entry, int number, long owner, LocalDate to) {}

    void begin(UUID caseId, int school, long pupil, OffsetDateTime now) {
        jdbc.sql("insert into absence_follow_up (case_id, school_id, pupil_id, begun_at) values (?, ?, ?, ?)")
                .params(caseId, school, pupil, now)
                .update();
    }

    boolean running(int school, long pupil) {
        return jdbc.sql(
                        """
                        select exists (select 1 from absence_follow_up u join case_file c on c.id = u.case_id
                                        where u.school_id = ? and u.pupil_id = ? and c.state = 'open')
                        """)
                .params(school, pupil)
                .query(Boolean.class)
                .single();
    }

    /** When the pupil was followed up last at the school, if that is over. */
    Optional<Instant> lastEnded(int school, long pupil) {
        return jdbc.sql(
                        """
                        select max(c.closed_at) from absence_follow_up u join case_file c on c.id = u.case_id
                         where u.school_id = ? and u.pupil_id = ? and c.state = 'closed'
                        """)
                .params(school, pupil)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void keep(Step step) {
        jdbc.sql("insert into absence_measure (id, case_id, entry_id, number, owner_id, to_date) values (?, ?, ?, ?, ?, ?)")
                .params(step.id(), step.caseId(), step.entry(), step.number(), step.owner(), step.to())
                .update();
    }

    List<Step> steps(UUID entry) {
        return steps("entry_id = ? order by number", entry);
    }

    Optional<Step> step(UUID id) {
        return steps("id = ?", id).stream().findFirst();
    }

    private List<Step> steps(String which, UUID value) {
        return jdbc.sql("select id, case_id, entry_id, number, owner_id, to_date from absence_measure where " + which)
                .param(value)
                .query((row, n) -> new Step(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("entry_id", UUID.class),
                        row.getInt("number"),
                        row.getLong("owner_id"),
                        row.getObject("to_date", LocalDate.class)))
                .list();
    }
}
