package no.omtanke.worklist;

/**
 * A line of the task list, in words.
 *
 * @param open whether the reader may open the task; else the line leads to the case
 * @param ofCase whether it leads to the case: who has a measure need not see the case
 * @param why the duty behind it
 * @param raised what a missed deadline did, or null
 * @param waitsFor guardian or pupil when only they can answer, else null
 * @param invited the reader was asked to write with the holder
 * @param ended when it was done, or null
 */
record TaskLine(
        String id,
        boolean open,
        String title,
        String reference,
        boolean ofCase,
        String pupils,
        String className,
        String why,
        Due due,
        String holder,
        String waitsFor,
        boolean invited,
        boolean serious,
        String raised,
        boolean take,
        boolean handBack,
        String ended) {}
