package no.omtanke.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which lines of the access log a guardian or the pupil is shown of their own case. Public because the families' pages list them.
 *
 * <p>What is not named here is not shown: another kind of reading, another kind of reader, a refusal. So the list gives away no
 * inspection, no health service, no child protection, and nobody who tried in vain because the case is about them.
 */
public final class ShownToFamily {

    private static final Set<Part> OF_THE_CHILD = EnumSet.of(Part.CONTENT, Part.TASK, Part.MEASURE, Part.DOSSIER);

    private static final Set<String> BECAUSE_OF_WORK =
            Set.of("participant", "leadership", "school-owner", "measure-owner");

    private ShownToFamily() {}

    /** Somebody who works for the school read something of what is about the child, and was allowed to. */
    public static boolean staffReading(Reading reading) {
        return reading.allowed() && byKnownStaff(reading) && ofTheChild(reading) && becauseOfWork(reading);
    }

    /** The family member's own reading; never another's, the other guardian's least of all. */
    public static boolean ownReading(Reading reading, Part part, Long self) {
        return reading.allowed()
                && reading.part() == part
                && reading.via().startsWith("link")
                && (self == null ? reading.personId() == null : self.equals(reading.personId()));
    }

    private static boolean byKnownStaff(Reading reading) {
        return reading.personId() != null && reading.via().equals("session");
    }

    private static boolean ofTheChild(Reading reading) {
        return OF_THE_CHILD.contains(reading.part());
    }

    private static boolean becauseOfWork(Reading reading) {
        return BECAUSE_OF_WORK.contains(reading.reason());
    }
}
