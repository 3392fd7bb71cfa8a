package no.omtanke.access;

import java.util.concurrent.Callable;

/**
 * Who acts in this thread. Public because the door of every request says so. A thread for which nobody is named is the program's own:
 * its start, its timers, its mails.
 */
public final class Actors {

    private static final ThreadLocal<Actor> ACTING = new ThreadLocal<>();

    private Actors() {}

    static Actor current() {
        Actor named = ACTING.get();
        return named == null ? Actor.PROGRAM : named;
    }

    /** Does the work as the actor; afterwards whoever acted before acts again. */
    public static <T> T as(Actor actor, Callable<T> work) throws Exception {
        Actor before = ACTING.get();
        ACTING.set(actor);
        try {
            return work.call();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    /** From here to the end of the request no more than this is reached. Does nothing in a thread of the program's own. */
    public static void narrow(Actor actor) {
        if (ACTING.get() != null) {
            ACTING.set(actor);
        }
    }
}
