package no.omtanke.portal;

import java.time.Duration;

/** Lets an answer take as long whatever was done for it: a stranger who asks for a new link learns nothing by a watch. */
final class SameTime {

    /** More than looking up an address and beginning to send to it ever takes. */
    static final Duration AN_ANSWER = Duration.ofMillis(300);

    private SameTime() {}

    static void around(Duration time, Runnable what) {
        long begun = System.nanoTime();
        try {
            what.run();
        } finally {
            long left = time.toNanos() - (System.nanoTime() - begun);
            if (left > 0) {
                sleep(Duration.ofNanos(left));
            }
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
