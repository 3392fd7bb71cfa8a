package no.omtanke.calendar;

import java.time.LocalDate;

/** Days without school, both ends included. */
record Closure(LocalDate fromDate, LocalDate toDate) {

    boolean includes(LocalDate date) {
        return !date.isBefore(fromDate) && !date.isAfter(toDate);
    }
}
