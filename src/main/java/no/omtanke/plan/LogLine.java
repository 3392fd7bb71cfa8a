package no.omtanke.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of a measure's log. Public because pages show promised against done.
 *
 * @param day the day it was to be done
 * @param by null when nobody answered
 * @param why why not, or empty
 * @param effect what was seen, or empty
 * @param entry the entry that says so, or null when nobody answered
 */
public record LogLine(
        UUID measure, LocalDate day, Result result, Long by, Instant at, boolean askedLeader, String why, String effect, UUID entry) {

    /** Whether it was done. */
    public enum Result {
        DONE("done"),
        NOT_DONE("not-done"),
        NO_ANSWER("no-answer");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        /** As in message keys and the database. */
        public String code() {
            return code;
        }

        static Result of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(r -> r.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public boolean done() {
        return result == Result.DONE;
    }
}
