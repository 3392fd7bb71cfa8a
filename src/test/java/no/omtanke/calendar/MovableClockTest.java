package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant REAL = Instant.parse("2026-11-22T09:00:00Z");

    private final MovableClock clock = new MovableClock(Clock.fixed(REAL, ZoneId.of("Europe/Oslo")));

    @Test
    void movesToATimeAndOnFromThere() {
        clock.moveTo(Instant.parse("2026-10-01T08:00:00Z"));
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo("2026-10-02T08:00:00Z");
    }

    @Test
    void tellsEachMoveSoThatItCanBeStoredAndTakenUpAgain() {
        List<Duration> stored = new CopyOnWriteArrayList<>();
        clock.onMove(stored::add);
        clock.advance(Duration.ofHours(3));
        clock.advance(Duration.ofHours(2));
        assertThat(stored).containsExactly(Duration.ofHours(3), Duration.ofHours(5));

        MovableClock restarted = new MovableClock(Clock.fixed(REAL.plusSeconds(60), ZoneOffset.UTC));
        restarted.restore(stored.get(1));
        assertThat(restarted.instant()).isEqualTo("2026-11-22T14:01:00Z");
    }

    @Test
    void losesNoMoveBetweenThreads() {
        List<Duration> stored = new CopyOnWriteArrayList<>();
        clock.onMove(stored::add);
        IntStream.range(0, 1000).parallel().forEach(each -> clock.advance(Duration.ofMinutes(1)));
        assertThat(clock.offset()).isEqualTo(Duration.ofMinutes(1000));
        assertThat(stored).hasSize(1000).endsWith(clock.offset());
    }

    @Test
    void movesItsViewsInOtherZonesToo() {
        Clock utc = clock.withZone(ZoneOffset.UTC);
        clock.advance(Duration.ofDays(1));
        assertThat(utc.instant()).isEqualTo(clock.instant());
        assertThat(utc.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
