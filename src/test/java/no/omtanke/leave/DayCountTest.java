package no.omtanke.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Days of leave, counted by a slow counter that walks every day and knows nothing of the program's calendar. */
class DayCountTest {

    /** Around a year's end, a leap day, the changes to summer and winter time, and the end of a school year. */
    private static final List<LocalDate> HARD = List.of(
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2027, 7, 31),
            LocalDate.of(2027, 8, 1));

    @Property
    void as_many_days_are_asked_for_as_a_slow_counter_finds(
            @ForAll("periods") Period asked, @ForAll("closed") Set<LocalDate> closed) {
        int days = 0;
        for (LocalDate day = asked.first(); !day.isAfter(asked.last()); day = day.plusDays(1)) {
            days += open(closed).test(day) ? 1 : 0;
        }
        assertThat(DayCount.asked(asked, open(closed))).isEqualTo(days);
    }

    @Property
    void no_day_that_was_granted_before_counts_twice_nor_in_another_school_year(
            @ForAll("periods") Period asked, @ForAll("several") List<Period> before, @ForAll("closed") Set<LocalDate> closed) {
        int slow = Math.max(slowly(asked, asked.first(), before, closed), slowly(asked, asked.last(), before, closed));
        assertThat(DayCount.used(asked, granted(before, open(closed)))).isEqualTo(slow);
    }

    @Property
    void a_storm_that_closes_the_school_later_never_adds_a_day(
            @ForAll("periods") Period asked, @ForAll("several") List<Period> before, @ForAll("hard") LocalDate storm) {
        Set<LocalDate> later = Set.of(storm);
        assertThat(DayCount.asked(asked, open(later))).isLessThanOrEqualTo(DayCount.asked(asked, open(Set.of())));
        assertThat(DayCount.used(asked, granted(before, open(later))))
                .isLessThanOrEqualTo(DayCount.used(asked, granted(before, open(Set.of()))));
    }

    @Example
    void a_leap_day_is_a_day() {
        assertThat(DayCount.asked(new Period(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1)), open(Set.of()))).isEqualTo(3);
    }

    @Example
    void the_week_in_which_the_clocks_change_has_five_days() {
        assertThat(DayCount.asked(new Period(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 25)), open(Set.of()))).isEqualTo(5);
        assertThat(DayCount.asked(new Period(LocalDate.of(2027, 3, 22), LocalDate.of(2027, 3, 28)), open(Set.of()))).isEqualTo(5);
    }

    private static int slowly(Period asked, LocalDate in, List<Period> before, Set<LocalDate> closed) {
        int begins = in.getMonthValue() < 8 ? in.getYear() - 1 : in.getYear();
        Set<LocalDate> found = new TreeSet<>();
        for (LocalDate day = LocalDate.of(begins, 8, 1); day.isBefore(LocalDate.of(begins + 1, 8, 1)); day = day.plusDays(1)) {
            boolean wanted = !day.isBefore(asked.first()) && !day.isAfter(asked.last());
            for (Period one : before) {
                if (!day.isBefore(one.first()) && !day.isAfter(one.last()) && !wanted && open(closed).test(day)) {
                    found.add(day);
                }
            }
        }
        return found.size();
    }

    private static List<DayCount.Granted> granted(List<Period> before, Predicate<LocalDate> open) {
        List<DayCount.Granted> granted = new ArrayList<>();
        before.forEach(period -> granted.add(new DayCount.Granted(period, open)));
        return granted;
    }

    private static Predicate<LocalDate> open(Set<LocalDate> closed) {
        return day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !closed.contains(day);
    }

    @Provide
    Arbitrary<LocalDate> hard() {
        return Combinators.combine(Arbitraries.of(HARD), Arbitraries.integers().between(-20, 20)).as(LocalDate::plusDays);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(hard(), Arbitraries.integers().between(0, 60)).as((first, days) -> new Period(first, first.plusDays(days)));
    }

    @Provide
    Arbitrary<List<Period>> several() {
        return periods().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Set<LocalDate>> closed() {
        return hard().set().ofMaxSize(15);
    }
}
