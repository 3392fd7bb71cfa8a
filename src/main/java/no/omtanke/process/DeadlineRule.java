package no.omtanke.process;

import no.omtanke.calendar.DeadlineClock;

/**
 * One row of the {@code deadlines} table. Public because pages show the rule that a deadline follows.
 *
 * @param amount in the clock's unit; 0 is the same day
 * @param countsFrom report, task or event
 * @param law the rule's short name
 */
public record DeadlineRule(DeadlineClock clock, int amount, String countsFrom, String law) {}
