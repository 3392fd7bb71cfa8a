package no.omtanke.worklist;

/**
 * An open task of a case, in words.
 *
 * @param path the way to it, or null when it is not addressed to the reader
 * @param holder who has it, or null
 * @param waitsFor guardian or pupil when only they can answer, else null
 */
record NextStep(String title, String path, String holder, String waitsFor, Due due) {}
