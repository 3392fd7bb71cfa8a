package no.omtanke.concern;

import java.time.Instant;

/**
 * One of the five plain steps. Public because "my report" lists them.
 *
 * @param at when it began or was done, or null
 */
public record FamilyStep(int number, State state, Instant at) {

    /** Where the step stands. */
    public enum State {
        DONE,
        NOW,
        LATER,
        /** The case ended without it. */
        NOT_NEEDED
    }
}
