package no.omtanke.calendar;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Public because administration and the demo enter school holidays and planning days here. */
@Service
public class ClosureRegister {

    private final JdbcClient jdbc;

    ClosureRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both days are closed; no school means all schools. */
    public void close(Integer schoolId, LocalDate from, LocalDate to, String name) {
        jdbc.sql("insert into school_closure (school_id, from_date, to_date, name) values (?, ?, ?, ?)")
                .param(schoolId)
                .param(from)
                .param(to)
                .param(name)
                .update();
    }
}
