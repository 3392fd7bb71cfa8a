package no.omtanke.absence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.organization.PupilEntry;

/**
 * One pupil's absence in a school year. Public because the pupil's page shows it.
 *
 * @param upTo the last day that is counted
 * @param count what the thresholds are asked about, as of that day
 */
public record PupilYear(
        PupilEntry pupil, LocalDate from, LocalDate upTo, List<Absence> absences, List<Notice> notices, AbsenceCount count) {

    /** One month. Public with the year. @param days whole days away, leave not counted; @param leave days of leave */
    public record Month(YearMonth month, int days, int leave, BigDecimal hours, int late) {}

    /** Whole days away without leave. */
    public int days() {
        return days(absences.stream().filter(a -> a.extent() == Extent.WHOLE && a.counts()));
    }

    /** Whole days of leave. */
    public int leave() {
        return days(absences.stream().filter(a -> a.extent() == Extent.WHOLE && !a.counts()));
    }

    /** Days that nobody had told of. */
    public int unexcused() {
        return days(absences.stream().filter(a -> a.away() && a.kind() == AbsenceKind.UNEXCUSED));
    }

    /** Hours of days that were not whole. */
    public BigDecimal hours() {
        return hours(absences);
    }

    /** Days on which the pupil came late or left early. */
    public int late() {
        return days(absences.stream().filter(a -> !a.away()));
    }

    /** Every month from the first to now. */
    public List<Month> months() {
        TreeMap<YearMonth, List<Absence>> months = new TreeMap<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(upTo)); month = month.plusMonths(1)) {
            months.put(month, List.of());
        }
        months.putAll(absences.stream().collect(Collectors.groupingBy(a -> YearMonth.from(a.day()))));
        return months.entrySet().stream()
                .map(of -> {
                    PupilYear part = new PupilYear(pupil, from, upTo, of.getValue(), List.of(), count);
                    return new Month(of.getKey(), part.days(), part.leave(), part.hours(), part.late());
                })
                .toList();
    }

    private static BigDecimal hours(List<Absence> absences) {
        Set<LocalDate> whole = absences.stream()
                .filter(a -> a.extent() == Extent.WHOLE)
                .map(Absence::day)
                .collect(Collectors.toSet());
        return absences.stream()
                .filter(a -> a.extent() == Extent.HOURS && !whole.contains(a.day()))
                .map(Absence::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int days(Stream<Absence> absences) {
        return (int) absences.map(Absence::day).distinct().count();
    }

    /** Without the name: this may reach a log. */
    @Override
    public String toString() {
        return "year of " + pupil.person().id();
    }
}
