package no.omtanke.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the log, a family is shown only what is named as theirs. */
class ShownToFamilyTest {

    @Property
    void a_refusal_an_inspection_a_link_and_the_days_list_are_never_shown_as_staff_readings(@ForAll("readings") Reading reading) {
        boolean secret = !reading.allowed()
                || reading.personId() == null
                || reading.via().startsWith("link")
                || Set.of(Part.HISTORY, Part.HISTORY_EXPORT, Part.TODAY, Part.LINK, Part.OWN_PLAN, Part.OWN_REPORT, Part.SUPERVISION,
                                Part.SHARED, Part.CONSENT, Part.DECISION, Part.OWN_APPLICATION, Part.ABSENCE)
                        .contains(reading.part())
                || !Set.of("participant", "leadership", "school-owner", "measure-owner").contains(reading.reason());
        assertThat(ShownToFamily.staffReading(reading)).isEqualTo(!secret);
    }

    @Property
    void nobody_is_shown_another_family_members_reading(@ForAll("readings") Reading reading, @ForAll Long self) {
        if (ShownToFamily.ownReading(reading, Part.OWN_PLAN, self)) {
            assertThat(reading.personId()).isEqualTo(self);
            assertThat(reading.part()).isEqualTo(Part.OWN_PLAN);
        }
        if (ShownToFamily.ownReading(reading, Part.OWN_REPORT, null)) {
            assertThat(reading.personId()).isNull();
        }
    }

    @Provide
    Arbitrary<Reading> readings() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5).injectNull(0.3),
                        Arbitraries.of(Part.class),
                        Arbitraries.of("session", "link:my-plan", "link:my-report", "link"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(
                                "participant", "leadership", "school-owner", "measure-owner", "auditor", "subject",
                                "works-here", "own-plan", "child-protection", "opened-with-reason", "unknown"))
                .as((person, part, via, allowed, reason) ->
                        new Reading(Instant.EPOCH, person, part, null, via, allowed, reason));
    }
}
