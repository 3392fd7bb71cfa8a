package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

/** A calendar that is corrected while it is in use, counted by hand. */
class ChangedCalendarTest {

    private static final int SCHOOL = 1;
    private static final SchoolYear YEAR = SchoolYear.from(2027);

    @Property(tries = 200)
    void a_year_has_the_days_that_are_left_when_everything_closed_is_crossed_out(
            @ForAll @DateRange(min = "2027-08-01", max = "2028-07-31") LocalDate from, @ForAll @IntRange(max = 60) int length) {
        List<Closure> closed = new ArrayList<>(CalendarFixture.CLOSED);
        closed.add(new Closure(from, from.plusDays(length)));
        int left = 0;
        // The year has 29 February 2028 in it.
        for (LocalDate day = LocalDate.of(2027, 8, 1); day.isBefore(LocalDate.of(2028, 8, 1)); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean crossedOut = closed.stream().anyMatch(c -> !today.isBefore(c.fromDate()) && !today.isAfter(c.toDate()));
            left += SlowCalendar.isWorkingDay(day) && !crossedOut ? 1 : 0;
        }
        SchoolDays days = days(closed);
        assertThat(days.count(SCHOOL, YEAR.first(), YEAR.last())).isEqualTo(left);
        assertThat(days.between(SCHOOL, YEAR.first(), YEAR.last())).hasSize(left).doesNotHaveDuplicates().isSorted();
    }

    @Property(tries = 300)
    void a_storm_day_added_later_takes_one_day_and_no_date_comes_earlier_by_it(
            @ForAll @DateRange(min = "2026-08-01", max = "2028-07-31") LocalDate storm,
            @ForAll @DateRange(min = "2026-08-01", max = "2028-07-31") LocalDate from,
            @ForAll @IntRange(min = 1, max = 40) int n) {
        SchoolDays before = days(CalendarFixture.CLOSED);
        SchoolDays after = days(Stream.concat(CalendarFixture.CLOSED.stream(), Stream.of(new Closure(storm, storm))).toList());
        int taken = before.isSchoolDay(SCHOOL, storm) ? 1 : 0;
        assertThat(after.count(SCHOOL, LocalDate.of(2026, 8, 1), LocalDate.of(2028, 7, 31)))
                .isEqualTo(before.count(SCHOOL, LocalDate.of(2026, 8, 1), LocalDate.of(2028, 7, 31)) - taken);
        LocalDate was = before.plus(SCHOOL, from, n);
        LocalDate is = after.plus(SCHOOL, from, n);
        boolean onTheWay = taken == 1 && storm.isAfter(from) && !storm.isAfter(was);
        assertThat(is).isEqualTo(onTheWay ? before.plus(SCHOOL, was, 1) : was);
        assertThat(is).isNotEqualTo(storm).isAfterOrEqualTo(was);
    }

    @Property(tries = 100)
    void a_closure_between_weekend_days_or_on_a_public_holiday_makes_no_difference(@ForAll @IntRange(min = 0, max = 51) int week) {
        LocalDate saturday = LocalDate.of(2026, 8, 1).plusWeeks(week);
        assertThat(saturday.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        SchoolDays before = days(List.of());
        SchoolDays after = days(List.of(new Closure(saturday, saturday.plusDays(1)), new Closure(LocalDate.of(2027, 5, 17), LocalDate.of(2027, 5, 17))));
        SchoolYear year = SchoolYear.from(2026);
        assertThat(after.between(SCHOOL, year.first(), year.last())).isEqualTo(before.between(SCHOOL, year.first(), year.last()));
    }

    @Example
    void the_nights_when_the_clock_changes_are_no_longer_or_shorter_than_a_day() {
        SchoolDays days = days(List.of());
        assertThat(days.count(SCHOOL, LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 26))).as("winter time").isEqualTo(2);
        assertThat(days.count(SCHOOL, LocalDate.of(2027, 3, 19), LocalDate.of(2027, 3, 29))).as("summer time and Easter").isEqualTo(4);
        assertThat(days.plus(SCHOOL, LocalDate.of(2028, 2, 28), 1)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(days.plus(SCHOOL, LocalDate.of(2026, 12, 31), 1)).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    private static SchoolDays days(List<Closure> closed) {
        return new SchoolDays(new WorkingDays(), school -> closed);
    }
}
