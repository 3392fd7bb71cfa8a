package no.omtanke.absence;

import java.util.Arrays;
import java.util.Locale;

/** Whether somebody had said so. Public because lists and pages show it. Illness is none of the kinds: it is nobody's here to know. */
public enum AbsenceKind {
    /** A guardian, or the pupil, has told the school. */
    NOTIFIED,
    /** The school has given leave. */
    LEAVE,
    /** Nobody has said anything. */
    UNEXCUSED;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in the database and in texts. */
    public String id() {
        return id;
    }

    static AbsenceKind of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst().orElseThrow();
    }
}
