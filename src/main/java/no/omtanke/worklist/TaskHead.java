package no.omtanke.worklist;

/** The top of a task page, in words. @param name without the pupil: it stands in the window's title and so in the browser's memory */
record TaskHead(
        String id,
        String name,
        String title,
        String reference,
        String pupils,
        Due due,
        String deadline,
        String duty,
        String after,
        boolean serious,
        String raised,
        boolean forBody,
        String holder) {}
