package no.omtanke.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the register. What was registered once is never changed or removed by a correction. */
@Repository
class AbsenceStore {

    /** Two who register at one school at the same moment register one after the other. */
    private static final int REGISTERING = 76;

    private static final String HOLDS =
            "select pupil_id, day, kind, extent, hours from absence where superseded_at is null and school_id = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What changed on a pupil's day. */
    enum Change {
        NONE,
        NEW,
        CHANGED
    }

    void lock(int school) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)").params(REGISTERING, school).query((row, n) -> 0).list();
    }

    List<Absence> onDay(int school, LocalDate day) {
        return jdbc.sql(HOLDS + "and day = ? order by pupil_id, id").params(school, day).query(AbsenceStore::absence).list();
    }

    List<Absence> of(int school, long pupil, LocalDate from, LocalDate to) {
        return jdbc.sql(HOLDS + "and pupil_id = ? and day between ? and ? order by day, id")
                .params(school, pupil, from, to)
                .query(AbsenceStore::absence)
                .list();
    }

    List<Absence> ofAll(int school, LocalDate from, LocalDate to) {
        return jdbc.sql(HOLDS + "and day between ? and ? order by day, id")
                .params(school, from, to)
                .query(AbsenceStore::absence)
                .list();
    }

    /** What would change; the rows stand as they are. */
    static Change compare(Collection<Absence> before, Collection<Absence> now) {
        if (new HashSet<>(before).equals(new HashSet<>(now))) {
            return Change.NONE;
        }
        return before.isEmpty() ? Change.NEW : Change.CHANGED;
    }

    /** From now on this and nothing else holds of the pupil's day. The caller has the school's {@link #lock}. */
    Change replace(int school, long pupil, LocalDate day, Collection<Absence> now, long by, UUID fromFile) {
        Change change = compare(of(school, pupil, day, day), now);
        if (change == Change.NONE) {
            return change;
        }
        OffsetDateTime at = OffsetDateTime.now(clock);
        jdbc.sql("update absence set superseded_at = ?, superseded_by = ?"
                        + " where school_id = ? and pupil_id = ? and day = ? and superseded_at is null")
                .params(at, by, school, pupil, day)
                .update();
        for (Absence absence : now) {
            jdbc.sql(
                            """
                            insert into absence (school_id, pupil_id, day, kind, extent, hours, recorded_by, recorded_at, import_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            school, pupil, day, absence.kind().id(), absence.extent().id(), absence.hours(), by, at, fromFile))
                    .update();
        }
        return change;
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getLong("pupil_id"),
                row.getObject("day", LocalDate.class),
                AbsenceKind.of(row.getString("kind")),
                Extent.of(row.getString("extent")),
                row.getBigDecimal("hours"));
    }
}
