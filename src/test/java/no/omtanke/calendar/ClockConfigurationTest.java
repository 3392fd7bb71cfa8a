package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The clock of a real installation, which no other test runs on. */
class ClockConfigurationTest {

    private final Clock clock = new ClockConfiguration().systemClock();

    @Test
    void is_norwegian_and_as_fine_as_the_database() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(clock.instant().getNano() % 1000).isZero();
        assertThat(clock.withZone(ZoneId.of("UTC")).instant().getNano() % 1000).isZero();
    }

    @Test
    void tells_the_engine_its_milliseconds() {
        assertThat(clock.millis()).isPositive();
    }
}
