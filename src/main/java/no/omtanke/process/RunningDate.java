package no.omtanke.process;

import java.time.Instant;
import java.util.UUID;

/**
 * A date of an open case that a changed calendar would give anew. Public because an administrator sees what a change does before it is
 * done: that there is such a date, nothing of the case.
 *
 * @param taskKey the task that is due then, or that comes then
 * @param task whether it is the deadline of a task that somebody has; otherwise the process waits for the day
 * @param from as it is
 * @param to as it would be; null when the changed calendar has no such day any more
 */
public record RunningDate(
        UUID caseId, String reference, int schoolId, String taskKey, boolean task, Instant from, Instant to) {}
