package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacingTest {

    private static final Instant BEGUN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant LATER = BEGUN.plusSeconds(60);

    private final Pacing pacing =
            new Pacing(new PacingLimits(2, 1, 1, 6, Duration.ofSeconds(5), Duration.ofSeconds(20)));

    @Test
    void only_the_address_that_sends_much_has_to_wait() {
        assertThat(pacing.mustWait("a", false, BEGUN, LATER)).isFalse();
        assertThat(pacing.mustWait("a", false, BEGUN, LATER)).isFalse();
        assertThat(pacing.mustWait("a", false, BEGUN, LATER)).isTrue();
        assertThat(pacing.mustWait("b", false, BEGUN, LATER)).isFalse();
    }

    @Test
    void whoever_types_faster_than_a_person_or_fills_the_unseen_field_has_to_wait() {
        assertThat(pacing.mustWait("a", false, BEGUN, BEGUN.plusSeconds(4))).isTrue();
        assertThat(pacing.mustWait("a", true, BEGUN, LATER)).isTrue();
    }

    @Test
    void links_and_uploads_are_counted_on_their_own() {
        assertThat(pacing.maySendLink("case")).isTrue();
        assertThat(pacing.maySendLink("case")).isFalse();
        assertThat(pacing.mayUpload("case")).isTrue();
        assertThat(pacing.mayUpload("case")).isFalse();
    }
}
