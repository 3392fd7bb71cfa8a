package no.omtanke.portal;

/**
 * One of the five steps in words. Public because the template engine reads it.
 *
 * @param state done, now, coming or skipped
 * @param when the day, or null
 * @param note one more sentence, or null
 */
public record StepView(String label, String state, String when, String note) {}
