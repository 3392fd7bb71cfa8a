package no.omtanke.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** When a school is closed, with the names of it: holidays, planning days. Public because families are shown the school's calendar. */
@Service
public class ClosedDays {

    private final JdbcClient jdbc;

    ClosedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both days included. Public as the answer. */
    public record Closed(LocalDate fromDate, LocalDate toDate, String name) {}

    /** What lies at least partly between the days, the earliest first. */
    public List<Closed> between(int schoolId, LocalDate first, LocalDate last) {
        return jdbc.sql("select from_date, to_date, name from school_closure"
                        + " where (school_id is null or school_id = ?) and to_date >= ? and from_date <= ? order by from_date, to_date")
                .params(schoolId, first, last)
                .query(Closed.class)
                .list();
    }
}
