package no.omtanke.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.omtanke.calendar.MovableClock;
import no.omtanke.process.DueTimers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the demo's time; timers that become due on the way fire before it answers. */
@Component
@Profile("demo")
class DemoClock {

    private static final String OFFSET = "clock-offset";

    private final MovableClock clock;
    private final DueTimers timers;

    DemoClock(MovableClock clock, DueTimers timers, DemoState state) {
        this.clock = clock;
        this.timers = timers;
        // A second start goes on at the moved time.
        state.get(OFFSET).map(Duration::parse).ifPresent(clock::restore);
        clock.onMove(offset -> state.put(OFFSET, offset.toString()));
    }

    Instant now() {
        return clock.instant();
    }

    /** Time only goes ahead: the engine's timers do not run backwards. */
    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time goes ahead only");
        }
        passTo(clock.instant().plus(by));
    }

    Optional<Instant> nextDeadline() {
        return timers.nextDue();
    }

    void passTo(Instant moment) {
        timers.passTo(moment, clock.instant(), clock::moveTo);
    }

    /** Where the demo's past begins; nothing fires. */
    void startAt(Instant moment) {
        clock.moveTo(moment);
    }

    /** Back to the real time, which has come by now. */
    void followRealTime() {
        timers.passTo(clock.instant().minus(clock.offset()), clock.instant(), clock::moveTo);
        clock.advance(clock.offset().negated());
    }
}
