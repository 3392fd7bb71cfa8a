package no.omtanke.network;

import java.time.Duration;

/**
 * Lets an answer take as long whatever was done for it, so that a watch tells nothing. Public because families' doors and staff's doors
 * both have answers that must not tell.
 */
public final class SameTime {

    /** More than looking up an address and beginning to send to it ever takes. */
    public static final Duration AN_ANSWER = Duration.ofMillis(300);

    private SameTime() {}

    /** Does it, and is back no sooner than after that time. */
    public static void around(Duration time, Runnable what) {
        long begun = System.nanoTime();
        try {
            what.run();
        } finally {
            rest(time.toNanos() - (System.nanoTime() - begun));
        }
    }

    /** Waits until a whole number of steps have passed. @param begun by {@link System#nanoTime} */
    public static void upToAStep(Duration step, long begun) {
        rest(step.toNanos() - (System.nanoTime() - begun) % step.toNanos());
    }

    private static void rest(long nanos) {
        if (nanos <= 0) {
            return;
        }
        try {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
