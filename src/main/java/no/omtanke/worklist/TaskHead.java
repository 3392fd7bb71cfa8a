package no.omtanke.worklist;

/** The top of a task page, in words. */
record TaskHead(
        String id,
        String title,
        String reference,
        String pupils,
        Due due,
        String deadline,
        String duty,
        String after,
        boolean serious,
        String raised,
        String holder) {}
