package no.omtanke.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Public because administration and the demo enter school holidays and planning days here. What was in force is kept. */
@Service
public class ClosureRegister {

    // Any number that no other lock of the program has.
    private static final long ONE_AT_A_TIME = 7_302_610L;

    private final JdbcClient jdbc;
    private final Clock clock;

    ClosureRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A school's holiday, without a change that says who; both days are closed, no school means all schools. */
    public void close(Integer schoolId, LocalDate from, LocalDate to, String name) {
        insert(schoolId, new PlannedClosure(from, to, name, ClosureKind.HOLIDAY), null);
    }

    /** The same for whatever closes it. */
    public void close(Integer schoolId, PlannedClosure closure) {
        insert(schoolId, closure, null);
    }

    /** In force between the days: those of the school and of every school; for no school only the latter. */
    public List<SchoolClosure> between(Integer schoolId, LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        select * from school_closure where ended_by is null and (school_id is null or school_id = :school)
                           and from_date <= :last and to_date >= :first order by from_date, to_date, id
                        """)
                .param("school", schoolId == null ? SchoolDays.EVERY_SCHOOL : schoolId)
                .param("first", first)
                .param("last", last)
                .query(ClosureRegister::closure)
                .list();
    }

    /** One that is in force. */
    public Optional<SchoolClosure> find(long id) {
        return jdbc.sql("select * from school_closure where id = ? and ended_by is null")
                .param(id)
                .query(ClosureRegister::closure)
                .optional();
    }

    /** Newest first. */
    public List<CalendarChange> changes(int most) {
        return jdbc.sql("select * from calendar_change order by id desc limit ?")
                .param(most)
                .query((row, n) -> new CalendarChange(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("by_person"),
                        row.getObject("school_id", Integer.class),
                        row.getString("what"),
                        row.getInt("dates"),
                        row.getBoolean("moved")))
                .list();
    }

    /** Nobody else changes the calendar until the transaction ends. @return the last change */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CalendarChange> alone() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query((row, n) -> n).list();
        return changes(1).stream().findFirst();
    }

    /** @return the change's number */
    @Transactional(propagation = Propagation.MANDATORY)
    public long change(long by, Integer schoolId, String what, List<Long> ends, List<PlannedClosure> adds) {
        long change = jdbc.sql("insert into calendar_change (at, by_person, school_id, what) values (?, ?, ?, ?) returning id")
                .params(Arrays.asList(OffsetDateTime.now(clock), by, schoolId, what))
                .query(Long.class)
                .single();
        for (long id : ends) {
            jdbc.sql("update school_closure set ended_by = ? where id = ? and ended_by is null").params(change, id).update();
        }
        adds.forEach(closure -> insert(schoolId, closure, change));
        return change;
    }

    /** What the change did to dates that were running. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void counted(long change, int dates, boolean moved) {
        jdbc.sql("update calendar_change set dates = ?, moved = ? where id = ?").params(dates, moved, change).update();
    }

    private void insert(Integer schoolId, PlannedClosure closure, Long change) {
        jdbc.sql("insert into school_closure (school_id, from_date, to_date, name, kind, added_by) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(schoolId, closure.from(), closure.to(), closure.name(), closure.kind().id(), change))
                .update();
    }

    private static SchoolClosure closure(ResultSet row, int n) throws SQLException {
        return new SchoolClosure(
                row.getLong("id"),
                row.getObject("school_id", Integer.class),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getString("name"),
                ClosureKind.of(row.getString("kind")).orElseThrow());
    }
}
