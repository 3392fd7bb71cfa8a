package no.omtanke.escalation;

import java.util.Arrays;

/** A step of the ladder, from the bottom up. Public because pages say who has a lifted case. */
public enum Rung {
    NONE("none"),
    CONTACT_TEACHER("contact-teacher"),
    LEADERSHIP("leadership"),
    OWNER("school-owner"),
    /** The family has been told how to go on; the owner still has the case. */
    STATSFORVALTER("statsforvalter");

    private final String code;

    Rung(String code) {
        this.code = code;
    }

    /** Who has the case when it goes on elsewhere: a contact teacher there is another one, and beyond the owner is nobody who answers. */
    Rung atLeastSchool() {
        return compareTo(OWNER) >= 0 ? OWNER : LEADERSHIP;
    }

    /** As the model, the table and the timeline write it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code that is no rung */
    public static Rung of(String code) {
        return Arrays.stream(values())
                .filter(rung -> rung.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rung: " + code));
    }
}
