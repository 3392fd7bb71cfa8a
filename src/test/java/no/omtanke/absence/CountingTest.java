package no.omtanke.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Absence is counted as somebody would who walks through a wall calendar day by day. */
class CountingTest {

    private static final LocalDate AUTUMN_HOLIDAY = LocalDate.of(2026, 10, 5);

    @Property(tries = 400)
    void counts_like_somebody_with_a_wall_calendar(
            @ForAll("absences") List<Absence> all, @ForAll("days") LocalDate today, @ForAll("maybe") LocalDate since) {
        assertThat(Counting.of(all, today, since, CountingTest::open)).isEqualTo(slowly(all, today, since));
    }

    @Property(tries = 200)
    void leave_never_counts(@ForAll("absences") List<Absence> all, @ForAll("days") LocalDate today) {
        List<Absence> leave = all.stream()
                .map(a -> new Absence(a.pupil(), a.day(), AbsenceKind.LEAVE, a.extent(), a.hours()))
                .toList();
        assertThat(Counting.of(leave, today, null, CountingTest::open)).isEqualTo(new AbsenceCount(0, 0, 0, 0, 0, 0, 0));
    }

    @Property(tries = 200)
    void one_more_day_never_makes_it_less(@ForAll("absences") List<Absence> all, @ForAll("days") LocalDate today) {
        AbsenceCount before = Counting.of(all, today, null, CountingTest::open);
        List<Absence> more = new ArrayList<>(all);
        more.add(Absence.whole(1, today, AbsenceKind.UNEXCUSED));
        AbsenceCount after = Counting.of(more, today, null, CountingTest::open);
        assertThat(after.days()).isGreaterThanOrEqualTo(before.days());
        assertThat(after.unexcusedDays()).isGreaterThanOrEqualTo(before.unexcusedDays());
        assertThat(after.yearDays()).isGreaterThanOrEqualTo(before.yearDays());
    }

    @Example
    void the_window_is_twenty_school_days_over_the_autumn_holiday() {
        LocalDate today = LocalDate.of(2026, 10, 16);
        LocalDate first = Counting.windowBegins(today, CountingTest::open);
        assertThat(first).isEqualTo("2026-09-14");
        assertThat(first.datesUntil(today.plusDays(1)).filter(CountingTest::open)).hasSize(20);
        List<Absence> days = List.of(
                Absence.whole(1, first.minusDays(3), AbsenceKind.NOTIFIED),
                Absence.whole(1, first, AbsenceKind.NOTIFIED),
                Absence.whole(1, AUTUMN_HOLIDAY, AbsenceKind.NOTIFIED),
                Absence.whole(1, AUTUMN_HOLIDAY.plusDays(7), AbsenceKind.UNEXCUSED));
        assertThat(Counting.of(days, today, null, CountingTest::open))
                .as("a day without school is none; after the holiday comes a first day")
                .isEqualTo(new AbsenceCount(2, 0, 1, 2, 2, 0, 3));
    }

    @Example
    void the_year_cuts_the_window_and_half_hours_add_up() {
        LocalDate today = LocalDate.of(2026, 8, 19);
        List<Absence> days = List.of(
                Absence.whole(1, LocalDate.of(2026, 7, 31), AbsenceKind.UNEXCUSED),
                new Absence(1, LocalDate.of(2026, 8, 18), AbsenceKind.NOTIFIED, Extent.HOURS, new BigDecimal("1.5")),
                new Absence(1, today, AbsenceKind.NOTIFIED, Extent.HOURS, new BigDecimal("2.5")));
        assertThat(Counting.of(days, today, null, CountingTest::open)).isEqualTo(new AbsenceCount(0, 4, 0, 1, 0, 2, 0));
    }

    @Example
    void leap_day_and_the_turn_of_the_year_are_days_like_others() {
        LocalDate today = LocalDate.of(2028, 3, 1);
        List<Absence> days = List.of(
                Absence.whole(1, LocalDate.of(2028, 2, 29), AbsenceKind.NOTIFIED),
                Absence.whole(1, LocalDate.of(2027, 12, 31), AbsenceKind.NOTIFIED),
                Absence.whole(1, LocalDate.of(2028, 1, 3), AbsenceKind.NOTIFIED));
        assertThat(Counting.of(days, today, null, CountingTest::open)).isEqualTo(new AbsenceCount(1, 0, 0, 1, 0, 0, 3));
    }

    /** The same with nothing but loops and numbers. */
    private static AbsenceCount slowly(List<Absence> all, LocalDate today, LocalDate since) {
        LocalDate august = LocalDate.of(today.getMonthValue() < 8 ? today.getYear() - 1 : today.getYear(), 8, 1);
        int days = 0;
        int tenths = 0;
        int unexcused = 0;
        int afterFree = 0;
        int single = 0;
        int year = 0;
        int[] weekday = new int[8];
        int seen = 0;
        for (LocalDate day = today; !day.isBefore(august) && (since == null || !day.isBefore(since)); day = day.minusDays(1)) {
            if (!open(day)) {
                continue;
            }
            seen++;
            boolean whole = false;
            boolean away = false;
            boolean untold = false;
            boolean part = false;
            int tenthsOfTheDay = 0;
            for (Absence a : all) {
                if (a.day().equals(day) && a.kind() != AbsenceKind.LEAVE) {
                    whole |= a.extent() == Extent.WHOLE;
                    part |= a.extent() != Extent.WHOLE;
                    away |= a.extent() == Extent.WHOLE || a.extent() == Extent.HOURS;
                    untold |= a.kind() == AbsenceKind.UNEXCUSED && (a.extent() == Extent.WHOLE || a.extent() == Extent.HOURS);
                    tenthsOfTheDay += a.hours() == null ? 0 : a.hours().multiply(BigDecimal.TEN).intValueExact();
                }
            }
            year += whole ? 1 : 0;
            if (seen <= 20) {
                days += whole ? 1 : 0;
                tenths += whole ? 0 : tenthsOfTheDay;
                unexcused += untold ? 1 : 0;
                weekday[day.getDayOfWeek().getValue()] += away ? 1 : 0;
                afterFree += away && !open(day.minusDays(1)) ? 1 : 0;
                single += part && !whole ? 1 : 0;
            }
        }
        int most = 0;
        for (int many : weekday) {
            most = Math.max(most, many);
        }
        return new AbsenceCount(days, tenths / 10, unexcused, most, afterFree, single, year);
    }

    private static boolean open(LocalDate day) {
        boolean holiday = !day.isBefore(AUTUMN_HOLIDAY) && !day.isAfter(AUTUMN_HOLIDAY.plusDays(4));
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday;
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 330).map(n -> LocalDate.of(2026, 7, 20).plusDays(n));
    }

    @Provide
    Arbitrary<LocalDate> maybe() {
        return days().injectNull(0.6);
    }

    @Provide
    Arbitrary<List<Absence>> absences() {
        Arbitrary<LocalDate> near = Arbitraries.integers().between(0, 330).map(n -> LocalDate.of(2026, 7, 20).plusDays(n));
        Arbitrary<BigDecimal> hours = Arbitraries.integers().between(1, 100).map(n -> new BigDecimal(n).movePointLeft(1));
        return Combinators.combine(near, Arbitraries.of(AbsenceKind.class), Arbitraries.of(Extent.class), hours)
                .as((day, kind, extent, h) -> new Absence(1, day, kind, extent, extent == Extent.HOURS ? h : null))
                .list()
                .ofMaxSize(60);
    }
}
