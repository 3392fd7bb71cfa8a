package no.omtanke.organization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a body is for. Public because consent, pages and forms depend on it.
 *
 * <p>Whether consent is needed is where a municipality begins; each body of the directory says it for itself.
 */
public enum BodyKind {
    PPT(true, true),
    HEALTH_SERVICE(true, true),
    RESPONSE_TEAM(true, true),
    OMBUD(true, true),
    SFO(true, false),
    SPECIAL_EDUCATOR(false, false),
    SOCIAL_TEACHER(true, false),
    COUNSELLOR(true, false),
    LAWYER(false, false),
    OTHER(true, true);

    private final boolean familyMayContact;
    private final boolean needsConsent;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    BodyKind(boolean familyMayContact, boolean needsConsent) {
        this.familyMayContact = familyMayContact;
        this.needsConsent = needsConsent;
    }

    /** The name used in the database, in texts and in models. */
    public String id() {
        return id;
    }

    public boolean familyMayContact() {
        return familyMayContact;
    }

    public boolean needsConsent() {
        return needsConsent;
    }

    /** From what age the pupil alone decides who is told: 16 towards the health service, 15 in matters of school [law]. */
    public int decidesFrom() {
        return this == HEALTH_SERVICE ? 16 : 15;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(BodyKind::id).toList();
    }

    public static BodyKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of body has the id " + id));
    }
}
