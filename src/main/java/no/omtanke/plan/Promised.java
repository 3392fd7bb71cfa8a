package no.omtanke.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The days on which a measure was promised, and what the log says of each. */
final class Promised {

    private Promised() {}

    /** In order; null while nobody has answered. Days before the measure began were promised to nobody. */
    static Map<LocalDate, LogLine.Result> days(
            Measure measure, Instant begun, List<LogLine> log, Predicate<LocalDate> schoolDay, Clock clock) {
        Map<LocalDate, LogLine.Result> days = new TreeMap<>();
        if (begun != null) {
            LocalDate day = LocalDate.ofInstant(begun, clock.getZone());
            LocalDate since = begun.isBefore(Days.doneBy(day, clock)) ? day : day.plusDays(1);
            Occurrences.days(measure, schoolDay).filter(d -> !d.isBefore(since)).forEach(d -> days.put(d, null));
        }
        log.forEach(line -> days.put(line.day(), line.result()));
        return days;
    }
}
