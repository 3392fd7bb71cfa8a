package no.omtanke.portal;

/**
 * A question with its answer. Public because the template engine reads it.
 *
 * @param change where the answer can be changed, or null
 */
public record AnswerRow(String label, String value, String change) {}
