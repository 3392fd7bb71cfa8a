package no.omtanke.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.omtanke.calendar.WorkingDays;

/** The window of an appeal: never shorter than the law's three weeks, and it never ends on a day when no office is open. */
class AppealWindowTest {

    private static final Predicate<LocalDate> OPEN = new WorkingDays()::isWorkingDay;
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Property
    void it_is_never_shorter_than_the_days_and_ends_on_the_first_working_day_from_then(
            @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDate available = START.plusDays(day);
        LocalDate last = new AppealWindow(days, OPEN).lastDay(available);
        // Counted day by day, in another way: the days are used up first, then it waits for an office.
        LocalDate slow = available;
        int left = days;
        while (left > 0 || !OPEN.test(slow)) {
            slow = slow.plusDays(1);
            left--;
        }
        assertThat(last).isEqualTo(slow).isAfterOrEqualTo(available.plusDays(days));
        assertThat(OPEN.test(last)).isTrue();
    }

    @Property
    void a_letter_that_comes_later_never_ends_a_window_earlier(
            @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll @IntRange(min = 0, max = 40) int later) {
        AppealWindow window = new AppealWindow(21, OPEN);
        assertThat(window.lastDay(START.plusDays(day + later))).isAfterOrEqualTo(window.lastDay(START.plusDays(day)));
    }

    @Property
    void an_appeal_is_in_time_to_the_last_day_and_not_a_day_longer(@ForAll @IntRange(min = 0, max = 20_000) int day) {
        LocalDate available = START.plusDays(day);
        LocalDate last = new AppealWindow(21, OPEN).lastDay(available);
        DecisionParty party = new DecisionParty(null, null, null, 1, "link", available, last);
        assertThat(party.inTime(available)).isTrue();
        assertThat(party.inTime(last)).isTrue();
        assertThat(party.inTime(last.plusDays(1))).isFalse();
    }

    @Example
    void three_weeks_from_the_third_of_december_end_after_christmas() {
        AppealWindow window = new AppealWindow(21, OPEN);
        assertThat(window.lastDay(LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(window.lastDay(LocalDate.of(2026, 12, 4))).as("the first day of Christmas, then a weekend").isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(window.lastDay(LocalDate.of(2028, 2, 8))).as("over leap day").isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)).doesNotContain(window.lastDay(LocalDate.of(2026, 12, 12)).getDayOfWeek());
    }

    @Example
    void before_the_letter_is_there_nobody_is_late() {
        assertThat(new DecisionParty(null, null, null, 1, null, null, null).inTime(LocalDate.of(2030, 1, 1))).isTrue();
    }
}
