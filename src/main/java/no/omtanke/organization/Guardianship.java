package no.omtanke.organization;

/**
 * Somebody who is or has been a pupil's guardian, and whether they may see anything today. Public because administration shows those who
 * may not, too; everybody else asks for {@link Guardian}s.
 */
public record Guardianship(Person person, Standing standing) {

    /** What the register says of a guardian today. */
    public enum Standing {
        /** Sees what guardians see. */
        GUARDIAN,
        /** Kept out, whatever else the register says. */
        BLOCKED,
        /** Has lost parental responsibility, or the time as guardian is over. */
        NO_LONGER
    }
}
