package no.omtanke.worklist;

/** A line of the list of cases, in words. */
record CaseLine(
        String reference,
        String type,
        String pupils,
        String className,
        String school,
        String opened,
        String closed,
        boolean serious,
        Due due) {}
