package no.omtanke.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * From 1 August to 31 July. Public because what is counted by the year is counted by this one.
 *
 * @param first its first day
 * @param last its last day
 */
public record SchoolYear(LocalDate first, LocalDate last) {

    /** The year that the day is in. */
    public static SchoolYear of(LocalDate day) {
        int begins = day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1;
        return new SchoolYear(LocalDate.of(begins, Month.AUGUST, 1), LocalDate.of(begins + 1, Month.JULY, 31));
    }

    /** The year that begins in August of it. */
    public static SchoolYear from(int begins) {
        return of(LocalDate.of(begins, Month.AUGUST, 1));
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
