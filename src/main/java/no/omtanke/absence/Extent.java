package no.omtanke.absence;

import java.util.Arrays;
import java.util.Locale;

/** How much of a day. Public because lists and pages show it. */
public enum Extent {
    /** The whole day. */
    WHOLE,
    /** So many hours of it. */
    HOURS,
    /** Came late. */
    LATE,
    /** Left early. */
    LEFT;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in the database and in texts. */
    public String id() {
        return id;
    }

    static Extent of(String id) {
        return Arrays.stream(values()).filter(extent -> extent.id.equals(id)).findFirst().orElseThrow();
    }
}
