package no.omtanke.calendar;

import java.time.Instant;

/**
 * Who changed the calendar, and when. Public because whoever comes second is told.
 *
 * @param schoolId null for the whole municipality
 * @param what add, change, remove or import
 * @param dates how many running dates it concerned
 * @param moved whether they were moved
 */
public record CalendarChange(long id, Instant at, long by, Integer schoolId, String what, int dates, boolean moved) {}
