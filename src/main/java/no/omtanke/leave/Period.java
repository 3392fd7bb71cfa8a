package no.omtanke.leave;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days from the first to the last, both included. Public because what is asked for and what is granted are shown by it.
 *
 * @param first not after the last
 */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    boolean meets(Period other) {
        return !other.last.isBefore(first) && !other.first.isAfter(last);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean holds(Period other) {
        return holds(other.first) && holds(other.last);
    }

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }
}
