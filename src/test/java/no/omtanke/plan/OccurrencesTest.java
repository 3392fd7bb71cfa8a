package no.omtanke.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** On which days a measure is done. */
class OccurrencesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final Predicate<LocalDate> SCHOOL = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && day.getMonthValue() != 7;

    @Property
    void a_measure_is_done_on_school_days_of_its_period_and_never_twice_a_day(
            @ForAll @IntRange(min = 0, max = 400) int start, @ForAll @IntRange(min = 0, max = 200) int length, @ForAll Often often) {
        Measure measure = measure(often, MONDAY.plusDays(start), MONDAY.plusDays(start + length));

        List<LocalDate> days = Occurrences.days(measure, SCHOOL).toList();

        assertThat(days).isSorted().doesNotHaveDuplicates().allMatch(SCHOOL).allSatisfy(day -> assertThat(day)
                .isBetween(measure.from(), measure.to()));
        if (often == Often.WEEKLY || often == Often.WHEN_NEEDED) {
            assertThat(days.stream()
                            .collect(Collectors.groupingBy(OccurrencesTest::week, Collectors.counting()))
                            .values())
                    .allMatch(times -> times == 1);
        }
    }

    @Property
    void every_school_day_has_its_daily_measure(
            @ForAll @IntRange(min = 0, max = 400) int start, @ForAll @IntRange(min = 0, max = 60) int length) {
        Measure measure = measure(Often.DAILY, MONDAY.plusDays(start), MONDAY.plusDays(start + length));

        assertThat(Occurrences.days(measure, SCHOOL).count())
                .isEqualTo(measure.from().datesUntil(measure.to().plusDays(1)).filter(SCHOOL).count());
    }

    @Test
    void a_weekly_measure_moves_within_its_week_when_its_day_has_no_school() {
        Predicate<LocalDate> closedOnMonday = SCHOOL.and(day -> !day.equals(MONDAY.plusWeeks(1)));

        assertThat(Occurrences.days(measure(Often.WEEKLY, MONDAY, MONDAY.plusWeeks(3)), closedOnMonday))
                .containsExactly(MONDAY, MONDAY.plusDays(8), MONDAY.plusWeeks(2), MONDAY.plusWeeks(3));
    }

    @Test
    void what_is_done_when_needed_is_asked_about_at_the_end_of_the_week() {
        assertThat(Occurrences.days(measure(Often.WHEN_NEEDED, MONDAY.plusDays(2), MONDAY.plusDays(8)), SCHOOL))
                .containsExactly(MONDAY.plusDays(4), MONDAY.plusDays(8));
    }

    @Test
    void a_month_without_school_has_no_day() {
        Measure july = measure(Often.DAILY, LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 31));

        assertThat(Occurrences.first(july, SCHOOL)).isEmpty();
        assertThat(Occurrences.first(measure(Often.DAILY, null, null), SCHOOL)).isEmpty();
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static Measure measure(Often often, LocalDate from, LocalDate to) {
        return new Measure(
                UUID.randomUUID(), 1, "Hva", null, Target.PUPIL, from, to, often, 1L, null, null, null, null, null);
    }
}
