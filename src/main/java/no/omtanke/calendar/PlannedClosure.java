package no.omtanke.calendar;

import java.time.LocalDate;

/** Days that somebody wants to close, both ends included. Public because it is typed, or read from a file, before it is in force. */
public record PlannedClosure(LocalDate from, LocalDate to, String name, ClosureKind kind) {

    public boolean meets(LocalDate otherFrom, LocalDate otherTo) {
        return !to.isBefore(otherFrom) && !otherTo.isBefore(from);
    }
}
