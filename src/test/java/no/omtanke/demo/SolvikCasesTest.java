package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import no.omtanke.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories hold whatever day and hour the demo is started. */
class SolvikCasesTest {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final WorkingDays workingDays = new WorkingDays();
    private final SolvikCases cases = new SolvikCases(null, workingDays, null, Clock.system(NORWAY));
    private final List<DemoCase> told = DemoCases.read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T07:00", // before anybody is at work
                "2026-11-25T11:00",
                "2026-11-25T14:59",
                "2026-11-25T15:03",
                "2026-11-25T23:30",
                "2026-11-23T08:40", // Monday
                "2026-11-28T12:00", // Saturday
                "2026-11-29T20:00",
                "2027-03-26T10:00", // Good Friday
                "2027-01-01T00:30",
                "2026-10-25T02:30" // the hour that comes twice
            })
    void tells_only_what_has_happened(String local) {
        Instant now = LocalDateTime.parse(local).atZone(NORWAY).toInstant();

        List<SolvikCases.Act> past = cases.past(told, now);

        assertThat(past).allMatch(act -> act.at().isBefore(now));
        assertThat(past).extracting(SolvikCases.Act::at).isSorted();
        assertThat(past).allMatch(act -> workingDays.isWorkingDay(LocalDate.ofInstant(act.at(), NORWAY)));
        for (DemoCase one : told) {
            List<DemoCase.DemoStep> steps = past.stream()
                    .filter(act -> act.told() == one)
                    .map(SolvikCases.Act::step)
                    .toList();
            assertThat(steps).as(one.name()).isEqualTo(one.steps().subList(0, steps.size()));
            long before = one.steps().stream()
                    .filter(step -> step.ago() > 0 && !step.at().equals("15:05"))
                    .count();
            assertThat(steps).as(one.name() + " stands without today's steps").hasSizeGreaterThanOrEqualTo((int) before);
        }
    }

    @Test
    void every_story_is_told_in_order() {
        for (DemoCase one : told) {
            assertThat(one.steps())
                    .as(one.name())
                    .isSortedAccordingTo(Comparator.comparing((DemoCase.DemoStep step) -> -step.ago())
                            .thenComparing(DemoCase.DemoStep::at));
            assertThat(one.steps().get(0).report()).as(one.name()).isNotNull();
        }
    }

    @Test
    void every_story_has_its_own_name_and_school() {
        assertThat(told).extracting(DemoCase::name).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(13);
        assertThat(told)
                .extracting(DemoCase::school)
                .containsOnly("fjellbakken", "nordvik", "solvik-ungdomsskole")
                .contains("fjellbakken", "nordvik", "solvik-ungdomsskole");
    }
}
