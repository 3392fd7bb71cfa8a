package no.omtanke.calendar;

import java.time.LocalDate;

/**
 * A closure in force. Public because administrators see and correct them.
 *
 * @param schoolId null for every school of the municipality
 * @param to the last closed day
 */
public record SchoolClosure(long id, Integer schoolId, LocalDate from, LocalDate to, String name, ClosureKind kind) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public PlannedClosure asPlanned() {
        return new PlannedClosure(from, to, name, kind);
    }
}
