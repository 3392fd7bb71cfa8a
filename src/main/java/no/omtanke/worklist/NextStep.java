package no.omtanke.worklist;

/**
 * An open task of a case, in words.
 *
 * @param path the way to it, or null when it is not addressed to the reader
 * @param holder who has it, or null
 */
record NextStep(String title, String path, String holder, Due due) {}
