package no.omtanke.absence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a pupil is marked with on the list of the day. Public because the page offers it. */
public enum Mark {
    HERE,
    ABSENT,
    LATE,
    LEFT,
    /** What came from a file and is not changed here. */
    AS_IT_IS;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in forms and texts. */
    public String id() {
        return id;
    }

    /** Nothing for a word that is none. */
    public static Optional<Mark> of(String id) {
        return Arrays.stream(values()).filter(mark -> mark.id.equals(id)).findFirst();
    }
}
