package no.omtanke.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The school days on which a measure is done. A day without school has no measure, however the period lies. */
final class Occurrences {

    private Occurrences() {}

    static Optional<LocalDate> first(Measure measure, Predicate<LocalDate> schoolDay) {
        return days(measure, schoolDay).findFirst();
    }

    /** The next one on the day or later. */
    static Optional<LocalDate> onOrAfter(Measure measure, LocalDate day, Predicate<LocalDate> schoolDay) {
        return days(measure, schoolDay).filter(d -> !d.isBefore(day)).findFirst();
    }

    /** The last one on the day or before. */
    static Optional<LocalDate> onOrBefore(Measure measure, LocalDate day, Predicate<LocalDate> schoolDay) {
        return days(measure, schoolDay).takeWhile(d -> !d.isAfter(day)).reduce((a, b) -> b);
    }

    /** All of them, in order; none while a date is missing. */
    static Stream<LocalDate> days(Measure measure, Predicate<LocalDate> schoolDay) {
        LocalDate from = measure.from();
        LocalDate to = measure.to();
        if (from == null || to == null || to.isBefore(from)) {
            return Stream.empty();
        }
        return switch (measure.often()) {
            case DAILY -> between(from, to).filter(schoolDay);
            case ONCE -> between(from, to).filter(schoolDay).limit(1);
            case WEEKLY -> weeks(from, to)
                    .flatMap(start -> between(start, earlier(sunday(start), to)).filter(schoolDay).limit(1));
            case WHEN_NEEDED -> weeks(monday(from), to)
                    .flatMap(start -> between(later(start, from), earlier(sunday(start), to))
                            .filter(schoolDay)
                            .reduce((a, b) -> b)
                            .stream());
        };
    }

    // Each week from the weekday that the measure begins on; if that is no school day, the next one of the same week.
    private static Stream<LocalDate> weeks(LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusWeeks(1));
    }

    private static Stream<LocalDate> between(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
