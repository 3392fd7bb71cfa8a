package no.omtanke;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import no.omtanke.calendar.MovableClock;
import no.omtanke.process.DueTimers;
import org.camunda.bpm.engine.RuntimeService;

/** Moves the one clock and lets timers fire on the way. */
public class TestTime {

    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final MovableClock clock;
    private final DueTimers timers;
    private final RuntimeService engine;

    TestTime(MovableClock clock, DueTimers timers, RuntimeService engine) {
        this.clock = clock;
        this.timers = timers;
        this.engine = engine;
    }

    /**
     * Sets the clock without letting anything fire: the beginning of a story. Time moves for everybody, so what an earlier one left
     * running is put away.
     */
    public void startAt(String local) {
        engine.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.deleteProcessInstance(p.getId(), "the story is over", false, true));
        clock.moveTo(at(local));
    }

    /** Lets what waits happen now. */
    public void settle() {
        timers.runDue();
    }

    /** Lets time pass to the local moment, e.g. {@code 2026-11-24T15:01}. */
    public void passTo(String local) {
        timers.passTo(at(local), clock.instant(), clock::moveTo);
    }

    public void pass(Duration time) {
        timers.passTo(clock.instant().plus(time), clock.instant(), clock::moveTo);
    }

    public Instant now() {
        return clock.instant();
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NORWAY).toInstant();
    }
}
