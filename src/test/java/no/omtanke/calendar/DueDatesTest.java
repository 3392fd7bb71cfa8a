package no.omtanke.calendar;

import static no.omtanke.calendar.CalendarFixture.SCHOOL;
import static no.omtanke.calendar.DeadlineClock.CALENDAR;
import static no.omtanke.calendar.DeadlineClock.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateTimeRange;

class DueDatesTest {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final DueDates dueDates =
            new DueDates(CalendarFixture.WORKING_DAYS, CalendarFixture.SCHOOL_DAYS, Clock.system(NORWAY));

    @Property
    void isDueAtThreeOnTheNthDayThatCounts(
            @ForAll @DateTimeRange(min = "2026-08-01T00:00:00", max = "2027-07-31T23:59:59") LocalDateTime from,
            @ForAll DeadlineClock clock,
            @ForAll @IntRange(min = 1, max = 40) int amount) {
        if (clock == DeadlineClock.MONTHS) {
            LocalDate begun = from.toLocalDate();
            LocalDate due = local(dueDates.due(instant(from), clock, amount, SCHOOL)).toLocalDate();
            int month = begun.getYear() * 12 + begun.getMonthValue() - 1 + amount;
            assertThat(due.getYear() * 12 + due.getMonthValue() - 1).isEqualTo(month);
            assertThat(due.getDayOfMonth()).isEqualTo(Math.min(begun.getDayOfMonth(), due.lengthOfMonth()));
            return;
        }
        LocalDate day = from.toLocalDate();
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            left -= counts(clock, day) ? 1 : 0;
        }
        assertThat(local(dueDates.due(instant(from), clock, amount, SCHOOL))).isEqualTo(day.atTime(15, 0));
    }

    @Property
    void theSameDayEndsAtThreeOrOnTheNextWorkingMorning(
            @ForAll @DateTimeRange(min = "2026-01-01T00:00:00", max = "2029-12-31T23:59:59") LocalDateTime from,
            @ForAll DeadlineClock clock) {
        LocalDateTime due = local(dueDates.due(instant(from), clock, 0, null));
        boolean today = SlowCalendar.isWorkingDay(from.toLocalDate()) && from.getHour() < 15;
        LocalDate day = from.toLocalDate();
        do {
            day = today ? day : day.plusDays(1);
        } while (!SlowCalendar.isWorkingDay(day));
        assertThat(due).isEqualTo(today ? day.atTime(15, 0) : day.atTime(10, 0));
    }

    @Property
    void isAlwaysAheadAndItsReminderBeforeIt(
            @ForAll @DateTimeRange(min = "2026-01-01T00:00:00", max = "2029-12-31T23:59:59") LocalDateTime from,
            @ForAll DeadlineClock clock,
            @ForAll @IntRange(max = 20) int amount) {
        Instant due = dueDates.due(instant(from), clock, amount, SCHOOL);
        assertThat(due).isAfter(instant(from));
        assertThat(dueDates.remindAt(due, clock, amount)).isBefore(due);
    }

    @Property
    void aLaterStartIsNeverDueEarlier(
            @ForAll @DateTimeRange(min = "2026-01-01T00:00:00", max = "2029-12-31T23:59:59") LocalDateTime from,
            @ForAll @IntRange(max = 5000) int minutesLater,
            @ForAll DeadlineClock clock,
            @ForAll @IntRange(max = 20) int amount) {
        Instant early = dueDates.due(instant(from), clock, amount, SCHOOL);
        assertThat(dueDates.due(instant(from.plusMinutes(minutesLater)), clock, amount, SCHOOL))
                .isAfterOrEqualTo(early);
    }

    @Example
    void threeOClockIsTooLateForToday() {
        assertThat(sameDay("2026-11-20T14:59:59")).isEqualTo("2026-11-20T15:00");
        assertThat(sameDay("2026-11-20T15:00:00")).isEqualTo("2026-11-23T10:00");
        assertThat(sameDay("2026-11-21T09:00:00")).isEqualTo("2026-11-23T10:00");
        assertThat(sameDay("2026-04-01T15:30:00")).isEqualTo("2026-04-07T10:00");
    }

    @Example
    void keepsWallClockTimeAcrossSummerAndWinterTime() {
        Instant winter = Instant.parse("2026-03-27T11:00:00Z");
        assertThat(dueDates.due(winter, WORKING, 1, null)).isEqualTo("2026-03-30T13:00:00Z");
        Instant summer = Instant.parse("2026-10-23T10:00:00Z");
        assertThat(dueDates.due(summer, WORKING, 1, null)).isEqualTo("2026-10-26T14:00:00Z");
        assertThat(dueDates.remindAt(Instant.parse("2026-10-26T14:00:00Z"), WORKING, 2))
                .isEqualTo("2026-10-23T06:00:00Z");
    }

    @Example
    void theDayIsTheOneInNorway() {
        Instant halfPastMidnight = Instant.parse("2026-06-30T22:30:00Z");
        assertThat(local(dueDates.due(halfPastMidnight, CALENDAR, 1, null))).isEqualTo("2026-07-02T15:00");
    }

    @Example
    void crossesTheYearsEndAndTheLeapDay() {
        assertThat(local(dueDates.due(at("2026-12-30T12:00"), WORKING, 2, null))).isEqualTo("2027-01-04T15:00");
        assertThat(local(dueDates.due(at("2028-02-08T12:00"), CALENDAR, 21, null))).isEqualTo("2028-02-29T15:00");
        assertThat(local(dueDates.due(at("2026-11-30T12:00"), DeadlineClock.MONTHS, 3, null))).isEqualTo("2027-02-28T15:00");
    }

    @Example
    void remindsEarlierOfLongerDeadlines() {
        Instant monday = at("2026-11-23T15:00");
        assertThat(local(dueDates.remindAt(monday, WORKING, 0))).isEqualTo("2026-11-23T13:00");
        assertThat(local(dueDates.remindAt(monday, WORKING, 1))).isEqualTo("2026-11-23T08:00");
        assertThat(local(dueDates.remindAt(monday, WORKING, 3))).isEqualTo("2026-11-20T08:00");
        assertThat(local(dueDates.remindAt(at("2026-11-22T15:00"), CALENDAR, 21))).isEqualTo("2026-11-20T08:00");
    }

    @Example
    void refusesWhatItCannotReckon() {
        assertThatIllegalArgumentException().isThrownBy(() -> dueDates.due(Instant.EPOCH, WORKING, -1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dueDates.due(Instant.EPOCH, DeadlineClock.SCHOOL, 3, null));
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineClock.of("X"));
    }

    private static boolean counts(DeadlineClock clock, LocalDate day) {
        return switch (clock) {
            case WORKING -> SlowCalendar.isWorkingDay(day);
            case SCHOOL -> SlowCalendar.isSchoolDay(day);
            case CALENDAR, MONTHS -> true;
        };
    }

    private LocalDateTime sameDay(String from) {
        return local(dueDates.due(at(from), WORKING, 0, null));
    }

    private static Instant at(String local) {
        return instant(LocalDateTime.parse(local));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(NORWAY).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, NORWAY);
    }
}
