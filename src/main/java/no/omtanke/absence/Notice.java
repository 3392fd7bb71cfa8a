package no.omtanke.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a family said beforehand. Public because lists and pages show it.
 *
 * @param from the hour on the day, or null for whole days
 * @param back when the pupil is expected back, or null
 */
public record Notice(
        long pupil, long sender, LocalDate firstDay, LocalDate lastDay, LocalTime from, LocalTime to, LocalDate back, Instant givenAt) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
