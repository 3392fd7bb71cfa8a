package no.omtanke.organization;

import java.util.Arrays;
import java.util.Locale;

/** Public because every module asks what a person is to a school. */
public enum Role {
    GUARDIAN,
    PUPIL,
    THIRD_PARTY,
    CONTACT_TEACHER,
    STAFF,
    SOCIAL_TEACHER,
    LEADERSHIP,
    SCHOOL_OWNER,
    RESPONSE_TEAM,
    PPT,
    HEALTH_SERVICE,
    OMBUD,
    COUNCIL,
    AUDITOR,
    ADMINISTRATOR,
    OPERATOR;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name used in models, decision tables and the database. */
    public String id() {
        return id;
    }

    public static Role of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role has the id " + id));
    }

    /** Follows from an enrolment, a guardianship or a report, so nobody can be given it. */
    boolean isOfFamily() {
        return this == GUARDIAN || this == PUPIL || this == THIRD_PARTY;
    }
}
