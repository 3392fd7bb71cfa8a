package no.omtanke.leave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.omtanke.calendar.SchoolYear;

/** Counts the school days of a leave, and those that a pupil has had before in the same school year. */
final class DayCount {

    private DayCount() {}

    /** What was granted, and which days the school it was granted at was open. */
    record Granted(Period period, Predicate<LocalDate> schoolDay) {}

    static int asked(Period period, Predicate<LocalDate> schoolDay) {
        return (int) period.days().filter(schoolDay).count();
    }

    /**
     * How many school days were granted before in the school year of what is asked, no day twice and none of those that are asked for
     * again; of two school years that are touched, the one with more.
     */
    static int used(Period asked, Collection<Granted> before) {
        return Math.max(used(SchoolYear.of(asked.first()), asked, before), used(SchoolYear.of(asked.last()), asked, before));
    }

    private static int used(SchoolYear year, Period asked, Collection<Granted> before) {
        Period whole = new Period(year.first(), year.last());
        Set<LocalDate> days = before.stream()
                .flatMap(granted -> granted.period().days().filter(granted.schoolDay()))
                .filter(day -> whole.holds(day) && !asked.holds(day))
                .collect(Collectors.toSet());
        return days.size();
    }
}
