package no.omtanke.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** The database keeps microseconds: with the same grain, a time read back equals the time that was written. */
    private static final Duration GRAIN = Duration.ofNanos(1000);

    @Bean
    @ConditionalOnProperty(name = "omtanke.clock", havingValue = "movable")
    MovableClock movableClock() {
        return new MovableClock(realClock());
    }

    @Bean
    @ConditionalOnProperty(name = "omtanke.clock", havingValue = "system", matchIfMissing = true)
    Clock systemClock() {
        return realClock();
    }

    private static Clock realClock() {
        return Clock.tick(Clock.system(NORWAY), GRAIN);
    }
}
