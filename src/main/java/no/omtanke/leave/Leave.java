package no.omtanke.leave;

import java.time.Instant;
import java.util.UUID;

/**
 * An application for leave as it stands. Public because lists and pages show it; the words of it are entries of the case.
 *
 * @param pupil the person
 * @param applicant who applied, or null when it came on paper from somebody whom the directory does not know
 * @param bothSigned on paper, so that nobody else is asked
 * @param ofRight a holy day of another faith, and the parents see to the teaching [law § 2-2]
 * @param found what the check found, or null before it
 * @param granted what was granted and is still to be used, or null
 * @param grantedDays how many school days of it
 */
public record Leave(
        UUID caseId,
        UUID together,
        long pupil,
        Long applicant,
        boolean bothSigned,
        Period asked,
        boolean ofRight,
        Instant askedAt,
        Found found,
        State state,
        Period granted,
        int grantedDays) {

    /** How it stands. */
    public enum State {
        ASKED,
        GRANTED,
        /** Some of the days. */
        PART,
        REFUSED,
        WITHDRAWN,
        /** The guardians do not agree. */
        RETURNED,
        /** The same days had been asked for. */
        DOUBLE,
        /** The pupil goes to another school now. */
        MOVED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }

        public boolean open() {
            return this == ASKED;
        }

        public boolean grants() {
            return this == GRANTED || this == PART;
        }
    }

    /**
     * What the automatic check found. Public because whoever decides is told.
     *
     * @param schoolDays how many school days are asked for
     * @param usedDays how many have been granted before in the same school year
     * @param doubleOf the case in which the same days are asked for or granted, or null
     * @param overlaps some of the days are
     * @param retrospective the first day was over when it was asked
     * @param shortNotice it came later than the municipality wants it
     */
    public record Found(
            int schoolDays,
            int usedDays,
            UUID doubleOf,
            boolean overlaps,
            boolean retrospective,
            boolean shortNotice,
            Instant at) {}
}
