package no.omtanke.signin;

import java.time.Duration;

/**
 * How many wrong guesses are free, and how long one waits after more. Each further one doubles the wait.
 *
 * @param free so many without a wait
 * @param forgets after this time one of them counts no more
 */
record Patience(int free, Duration first, Duration longest, Duration forgets) {

    static final Patience PASSWORD =
            new Patience(5, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofMinutes(5));

    /** A school has one address for all who work there. */
    static final Patience ADDRESS = new Patience(30, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofSeconds(20));

    /** Three of a million codes are right at any time: some forty guesses a day come to one in ten thousand. */
    static final Patience CODE = new Patience(5, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1));

    Duration after(double wrong) {
        int over = (int) Math.ceil(wrong - free);
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration wait = over > 20 ? longest : first.multipliedBy(1L << over);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
