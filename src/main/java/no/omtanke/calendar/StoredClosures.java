package no.omtanke.calendar;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredClosures implements Closures {

    private final JdbcClient jdbc;

    StoredClosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Closure> of(int schoolId) {
        return jdbc.sql("select from_date, to_date from school_closure"
                        + " where ended_by is null and (school_id is null or school_id = :school) order by from_date")
                .param("school", schoolId)
                .query(Closure.class)
                .list();
    }
}
