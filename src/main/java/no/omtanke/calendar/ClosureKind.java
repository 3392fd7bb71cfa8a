package no.omtanke.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a school is closed. Public because administrators choose it. */
public enum ClosureKind {
    HOLIDAY,
    PLANNING,
    /** For another reason, such as a storm. */
    CLOSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClosureKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ClosureKind::id).toList();
    }
}
