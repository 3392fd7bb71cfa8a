package no.omtanke.absence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.calendar.SchoolYear;

/** Counts absence. Days without school count nowhere, whatever somebody registered on them. */
final class Counting {

    /** The window: so many school days, today the last of them. [local] */
    static final int WINDOW = 20;

    private Counting() {}

    /** @param since nothing before it counts, such as what was followed up already; null for no such day */
    static AbsenceCount of(Collection<Absence> all, LocalDate today, LocalDate since, Predicate<LocalDate> schoolDay) {
        LocalDate year = later(SchoolYear.of(today).first(), since);
        List<Absence> inYear = all.stream()
                .filter(a -> a.counts() && !a.day().isBefore(year) && !a.day().isAfter(today) && schoolDay.test(a.day()))
                .toList();
        LocalDate first = later(windowBegins(today, schoolDay), since);
        List<Absence> window = inYear.stream().filter(a -> !a.day().isBefore(first)).toList();
        Set<LocalDate> whole = days(window.stream().filter(a -> a.extent() == Extent.WHOLE));
        Set<LocalDate> away = days(window.stream().filter(Absence::away));
        BigDecimal hours = window.stream()
                .filter(a -> a.extent() == Extent.HOURS && !whole.contains(a.day()))
                .map(Absence::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<DayOfWeek, Long> weekdays =
                away.stream().collect(Collectors.groupingBy(LocalDate::getDayOfWeek, Collectors.counting()));
        return new AbsenceCount(
                whole.size(),
                hours.setScale(0, RoundingMode.DOWN).intValue(),
                days(window.stream().filter(a -> a.away() && a.kind() == AbsenceKind.UNEXCUSED)).size(),
                weekdays.values().stream().mapToInt(Long::intValue).max().orElse(0),
                (int) away.stream().filter(day -> !schoolDay.test(day.minusDays(1))).count(),
                (int) days(window.stream().filter(a -> a.extent() != Extent.WHOLE)).stream()
                        .filter(day -> !whole.contains(day))
                        .count(),
                days(inYear.stream().filter(a -> a.extent() == Extent.WHOLE)).size());
    }

    /** The first day of the window, which may lie in the school year before: what counts there is cut off by the year. */
    static LocalDate windowBegins(LocalDate today, Predicate<LocalDate> schoolDay) {
        LocalDate day = today;
        LocalDate year = SchoolYear.of(today).first();
        for (int left = schoolDay.test(today) ? WINDOW - 1 : WINDOW; left > 0 && day.isAfter(year); ) {
            day = day.minusDays(1);
            left -= schoolDay.test(day) ? 1 : 0;
        }
        return day;
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
        return other == null || other.isBefore(day) ? day : other;
    }

    private static Set<LocalDate> days(Stream<Absence> absences) {
        return absences.map(Absence::day).collect(Collectors.toSet());
    }
}
