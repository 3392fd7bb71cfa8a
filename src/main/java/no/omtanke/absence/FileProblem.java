package no.omtanke.absence;

/**
 * Why a file cannot be taken. Public because the page says it with the line's number.
 *
 * @param line the line, or 0 for the file as a whole
 * @param code what is wrong: texts begin with {@code absence.problem.} and this
 * @param detail another line's number or a column's heading, never what stands in the line; or empty
 */
public record FileProblem(int line, String code, String detail) {}
