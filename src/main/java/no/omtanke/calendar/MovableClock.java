package no.omtanke.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Public because the demo and the tests move time; it runs on from where it was moved to. */
public final class MovableClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> offset;
    private final CopyOnWriteArrayList<Consumer<Duration>> listeners;

    public MovableClock(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    private MovableClock(
            Clock real, AtomicReference<Duration> offset, CopyOnWriteArrayList<Consumer<Duration>> listeners) {
        this.real = real;
        this.offset = offset;
        this.listeners = listeners;
    }

    public void moveTo(Instant instant) {
        move(before -> Duration.between(real.instant(), instant));
    }

    public void advance(Duration step) {
        move(before -> before.plus(step));
    }

    /** How far this clock is ahead of the real one. */
    public Duration offset() {
        return offset.get();
    }

    /** Takes up an offset that was stored before a restart, so listeners are not told. */
    public void restore(Duration stored) {
        offset.set(stored);
    }

    /** The listener is told the new offset after every move, in order to store it. */
    public void onMove(Consumer<Duration> listener) {
        listeners.add(listener);
    }

    /** One move at a time, so that the offset stored last is the one in force. */
    private void move(UnaryOperator<Duration> change) {
        synchronized (offset) {
            Duration moved = offset.updateAndGet(change);
            listeners.forEach(listener -> listener.accept(moved));
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** A view that moves together with this clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(real.withZone(zone), offset, listeners);
    }
}
