package no.omtanke.leave;

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
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes applications for leave. */
@Repository
class LeaveStore {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    LeaveStore(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Another application of the same pupil, at whatever school. */
    record Other(UUID caseId, int schoolId, Leave leave) {}

    void insert(UUID caseId, UUID together, long pupil, Long applicant, boolean bothSigned, Period asked, boolean ofRight) {
        jdbc.sql(
                        """
                        insert into leave_application
                            (case_id, together, pupil, applicant, both_signed, first_day, last_day, of_right, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        caseId, together, pupil, applicant, bothSigned, asked.first(), asked.last(), ofRight, OffsetDateTime.now(clock)))
                .update();
    }

    Optional<Leave> find(UUID caseId) {
        return jdbc.sql("select * from leave_application where case_id = ?").param(caseId).query(LeaveStore::read).optional();
    }

    Leave get(UUID caseId) {
        return find(caseId).orElseThrow();
    }

    /** The same, while nobody else changes it. */
    Leave lock(UUID caseId) {
        return jdbc.sql("select * from leave_application where case_id = ? for update")
                .param(caseId)
                .query(LeaveStore::read)
                .single();
    }

    /**
     * The pupil's other applications that are open or were granted. They are the program's own to know, whoever applies or registers:
     * another school's may be among them. One that was passed on when the pupil moved is the same application.
     */
    List<Other> others(long pupil, UUID together) {
        try {
            return Actors.as(Actor.PROGRAM, () -> ownTransaction.execute(t -> jdbc.sql(
                            """
                            select l.*, c.school_id from leave_application l join case_file c on c.id = l.case_id
                            where l.pupil = ? and l.together <> ? and l.state in ('asked', 'granted', 'part') order by l.asked_at, l.case_id
                            """)
                    .params(pupil, together)
                    .query((row, n) -> new Other(
                            row.getObject("case_id", UUID.class), row.getInt("school_id"), read(row, n)))
                    .list()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void found(UUID caseId, Leave.Found found) {
        jdbc.sql(
                        """
                        update leave_application set school_days = ?, used_days = ?, double_of = ?, meets_other = ?, retrospective = ?,
                            short_notice = ?, checked_at = ? where case_id = ?
                        """)
                .params(Arrays.asList(
                        found.schoolDays(),
                        found.usedDays(),
                        found.doubleOf(),
                        found.overlaps(),
                        found.retrospective(),
                        found.shortNotice(),
                        Timestamp.from(found.at()),
                        caseId))
                .update();
    }

    void ask(UUID caseId, Period asked) {
        jdbc.sql("update leave_application set first_day = ?, last_day = ? where case_id = ?")
                .params(asked.first(), asked.last(), caseId)
                .update();
    }

    void become(UUID caseId, Leave.State state) {
        jdbc.sql("update leave_application set state = ? where case_id = ?").params(state.code(), caseId).update();
    }

    /** @param granted null when nothing is */
    void decided(UUID caseId, Leave.State state, Period granted, int days, Long by) {
        jdbc.sql("update leave_application set state = ?, granted_first = ?, granted_last = ?, granted_days = ?, decided_by = ?,"
                        + " decided_at = ? where case_id = ?")
                .params(Arrays.asList(
                        state.code(),
                        granted == null ? null : granted.first(),
                        granted == null ? null : granted.last(),
                        days,
                        by,
                        OffsetDateTime.now(clock),
                        caseId))
                .update();
    }

    /** When it was decided last. */
    Optional<Instant> decidedAt(UUID caseId) {
        return jdbc.sql("select decided_at from leave_application where case_id = ?")
                .param(caseId)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** @param granted null when none of it is used */
    void shortened(UUID caseId, Period granted, int days) {
        jdbc.sql("update leave_application set granted_first = ?, granted_last = ?, granted_days = ? where case_id = ?")
                .params(Arrays.asList(granted == null ? null : granted.first(), granted == null ? null : granted.last(), days, caseId))
                .update();
    }

    private static Leave read(ResultSet row, int n) throws SQLException {
        Timestamp checked = row.getTimestamp("checked_at");
        LocalDate granted = row.getObject("granted_first", LocalDate.class);
        return new Leave(
                row.getObject("case_id", UUID.class),
                row.getObject("together", UUID.class),
                row.getLong("pupil"),
                row.getObject("applicant", Long.class),
                row.getBoolean("both_signed"),
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getBoolean("of_right"),
                row.getTimestamp("asked_at").toInstant(),
                checked == null
                        ? null
                        : new Leave.Found(
                                row.getInt("school_days"),
                                row.getInt("used_days"),
                                row.getObject("double_of", UUID.class),
                                row.getBoolean("meets_other"),
                                row.getBoolean("retrospective"),
                                row.getBoolean("short_notice"),
                                checked.toInstant()),
                Leave.State.of(row.getString("state")),
                granted == null ? null : new Period(granted, row.getObject("granted_last", LocalDate.class)),
                row.getInt("granted_days"));
    }
}
