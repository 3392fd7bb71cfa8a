package no.omtanke.calendar;

import static no.omtanke.calendar.CalendarFixture.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class SchoolDaysTest {

    private final SchoolDays days = CalendarFixture.SCHOOL_DAYS;

    @Property(tries = 500)
    void countsLikeSomeoneWithAWallCalendar(
            @ForAll @DateRange(min = "2026-08-01", max = "2027-07-31") LocalDate from,
            @ForAll @IntRange(max = 120) int length) {
        LocalDate to = from.plusDays(length);
        int counted = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counted += SlowCalendar.isSchoolDay(day) ? 1 : 0;
        }
        assertThat(days.count(SCHOOL, from, to)).isEqualTo(counted);
    }

    @Property(tries = 500)
    void theNthDayIsOpenAndHasNBehindIt(
            @ForAll @DateRange(min = "2026-08-01", max = "2027-07-31") LocalDate from,
            @ForAll @IntRange(min = 1, max = 40) int n) {
        LocalDate day = days.plus(SCHOOL, from, n);
        assertThat(SlowCalendar.isSchoolDay(day)).isTrue();
        assertThat(days.count(SCHOOL, from.plusDays(1), day)).isEqualTo(n);
    }

    @Property(tries = 300)
    void everySchoolDayIsAWorkingDay(@ForAll @DateRange(min = "2026-08-01", max = "2027-07-31") LocalDate date) {
        if (days.isSchoolDay(SCHOOL, date)) {
            assertThat(CalendarFixture.WORKING_DAYS.isWorkingDay(date)).isTrue();
        }
    }

    @Example
    void aPlanningDayClosesOnlyTheSchoolThatHasIt() {
        LocalDate planning = LocalDate.of(2026, 11, 16);
        assertThat(days.isSchoolDay(SCHOOL, planning)).isFalse();
        assertThat(days.isSchoolDay(SCHOOL + 1, planning)).isTrue();
    }

    @Example
    void aWholeWeekIsFiveAndABackwardPeriodNone() {
        assertThat(days.count(SCHOOL, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29))).isEqualTo(5);
        assertThat(days.count(SCHOOL, LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 23))).isZero();
    }

    @Example
    void theFirstDayAfterChristmasIsInJanuary() {
        assertThat(days.plus(SCHOOL, LocalDate.of(2026, 12, 18), 1)).isEqualTo("2027-01-04");
    }
}
