package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays();

    @Property
    void agreesWithTheSlowCalendar(@ForAll @DateRange(min = "1995-01-01", max = "2099-12-31") LocalDate date) {
        assertThat(days.isWorkingDay(date)).isEqualTo(SlowCalendar.isWorkingDay(date));
    }

    @Property(tries = 300)
    void countsForwardLikeSomeoneWithAWallCalendar(
            @ForAll @DateRange(min = "2020-01-01", max = "2060-12-31") LocalDate from,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate day = from;
        int seen = 0;
        while (seen < n) {
            day = day.plusDays(1);
            seen += SlowCalendar.isWorkingDay(day) ? 1 : 0;
        }
        assertThat(days.plus(from, n)).isEqualTo(day);
        assertThat(days.between(from, day)).isEqualTo(n);
    }

    @Property(tries = 300)
    void countsTheSameBothWays(
            @ForAll @DateRange(min = "2024-01-01", max = "2028-12-31") LocalDate a,
            @ForAll @DateRange(min = "2024-01-01", max = "2028-12-31") LocalDate b) {
        assertThat(days.between(a, b)).isEqualTo(-days.between(b, a));
    }

    @Property(tries = 300)
    void goesBackTheWayItCame(
            @ForAll @DateRange(min = "2020-01-01", max = "2060-12-31") LocalDate from,
            @ForAll @IntRange(max = 60) int n) {
        LocalDate start = days.plus(from, 1);
        assertThat(days.plus(days.plus(start, n), -n)).isEqualTo(start);
    }

    @Example
    void knowsTheHolidaysOf2026() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() < 6 && !days.isWorkingDay(day)))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 2),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 12, 25));
    }

    @Example
    void theEvesAreWorkingDays() {
        assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 31))).isTrue();
    }

    @Example
    void crossesEasterTheYearsEndAndTheLeapDay() {
        assertThat(days.plus(LocalDate.of(2026, 4, 1), 1)).isEqualTo("2026-04-07");
        assertThat(days.plus(LocalDate.of(2026, 12, 30), 2)).isEqualTo("2027-01-04");
        assertThat(days.plus(LocalDate.of(2028, 2, 28), 1)).isEqualTo("2028-02-29");
    }

    @Example
    void nothingIsCountedFromFridayToSunday() {
        assertThat(days.between(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 22))).isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23))).isEqualTo(1);
    }
}
