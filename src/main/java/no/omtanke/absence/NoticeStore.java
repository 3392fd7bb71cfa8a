package no.omtanke.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices, and leave that was granted: what is known of days beforehand. */
@Repository
class NoticeStore {

    private static final String NOTICES =
            "select pupil_id, sender_id, first_day, last_day, from_time, to_time, back_on, given_at from absence_notice ";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Granted leave. */
    record Leave(long pupil, LocalDate firstDay, LocalDate lastDay) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** The same source and pupil stay one notice. */
    void keep(int school, Notice notice, UUID source) {
        jdbc.sql(
                        """
                        insert into absence_notice
                            (school_id, pupil_id, sender_id, first_day, last_day, from_time, to_time, back_on, source, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(Arrays.asList(
                        school,
                        notice.pupil(),
                        notice.sender(),
                        notice.firstDay(),
                        notice.lastDay(),
                        notice.from(),
                        notice.to(),
                        notice.back(),
                        source,
                        java.sql.Timestamp.from(notice.givenAt())))
                .update();
    }

    /** The newest last. */
    List<Notice> onDay(int school, LocalDate day) {
        return jdbc.sql(NOTICES + "where school_id = ? and first_day <= ? and last_day >= ? order by given_at, id")
                .params(school, day, day)
                .query(NoticeStore::notice)
                .list();
    }

    List<Notice> of(int school, long pupil, LocalDate from, LocalDate to) {
        return jdbc.sql(NOTICES + "where school_id = ? and pupil_id = ? and first_day <= ? and last_day >= ? order by given_at, id")
                .params(school, pupil, to, from)
                .query(NoticeStore::notice)
                .list();
    }

    /** From now on the case's leave is these days. */
    void expect(UUID caseId, int school, long pupil, LocalDate first, LocalDate last, OffsetDateTime now) {
        jdbc.sql(
                        """
                        insert into absence_leave (case_id, school_id, pupil_id, first_day, last_day, set_at) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(caseId, school, pupil, first, last, now)
                .update();
    }

    void end(UUID caseId, OffsetDateTime now) {
        jdbc.sql("update absence_leave set ended_at = ? where case_id = ? and ended_at is null").params(now, caseId).update();
    }

    List<Leave> leaveOnDay(int school, LocalDate day) {
        return jdbc.sql("select pupil_id, first_day, last_day from absence_leave"
                        + " where ended_at is null and school_id = ? and first_day <= ? and last_day >= ?")
                .params(school, day, day)
                .query(NoticeStore::leave)
                .list();
    }

    List<Leave> leaveOf(int school, long pupil, LocalDate from, LocalDate to) {
        return jdbc.sql("select pupil_id, first_day, last_day from absence_leave where ended_at is null and school_id = ?"
                        + " and pupil_id = ? and first_day <= ? and last_day >= ? order by first_day, id")
                .params(school, pupil, to, from)
                .query(NoticeStore::leave)
                .list();
    }

    private static Leave leave(ResultSet row, int n) throws SQLException {
        return new Leave(
                row.getLong("pupil_id"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
    }

    private static Notice notice(ResultSet row, int n) throws SQLException {
        return new Notice(
                row.getLong("pupil_id"),
                row.getLong("sender_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("from_time", LocalTime.class),
                row.getObject("to_time", LocalTime.class),
                row.getObject("back_on", LocalDate.class),
                row.getTimestamp("given_at").toInstant());
    }
}
