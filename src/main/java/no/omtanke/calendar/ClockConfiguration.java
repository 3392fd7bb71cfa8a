package no.omtanke.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** The database keeps microseconds: with the same grain, a time read back equals the time that was written. */
    private static final ChronoUnit GRAIN = ChronoUnit.MICROS;

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
        return new Grained(Clock.system(NORWAY));
    }

    /** The JDK's own ticking clock divides by zero when it is asked for milliseconds at a grain finer than one. */
    private static final class Grained extends Clock {

        private final Clock real;

        Grained(Clock real) {
            this.real = real;
        }

        @Override
        public Instant instant() {
            return real.instant().truncatedTo(GRAIN);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Grained(real.withZone(zone));
        }
    }
}
