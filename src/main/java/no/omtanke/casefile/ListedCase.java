package no.omtanke.casefile;

/**
 * A case with what its line shows. Public because staff's list of cases shows lines.
 *
 * @param pupils the affected pupils' names, empty until they are linked
 */
public record ListedCase(CaseFile file, String pupils, String className) {}
