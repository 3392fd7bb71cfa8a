package no.omtanke.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When a school day begins for those who have something to do on it, and by when it is done. */
final class Days {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime DONE_BY = LocalTime.of(15, 0);

    private Days() {}

    static Instant morning(LocalDate day, Clock clock) {
        return day.atTime(MORNING).atZone(clock.getZone()).toInstant();
    }

    static Instant doneBy(LocalDate day, Clock clock) {
        return day.atTime(DONE_BY).atZone(clock.getZone()).toInstant();
    }
}
