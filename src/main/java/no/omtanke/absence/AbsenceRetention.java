package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import no.omtanke.calendar.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Once a day: absence and notices of school years before the last one are removed, corrected rows among them. What a case of following up
 * says is kept with the case.
 */
@Component
class AbsenceRetention {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "P1D")
    @Transactional
    void remove() {
        LocalDate lastYear = SchoolYear.of(LocalDate.now(clock).minusYears(1)).first();
        jdbc.sql("delete from absence where day < ?").param(lastYear).update();
        jdbc.sql("delete from absence_notice where last_day < ?").param(lastYear).update();
        jdbc.sql("delete from absence_leave where last_day < ?").param(lastYear).update();
    }
}
