package no.omtanke.portal;

/**
 * One measure as a family reads it. Public because the template engine reads it.
 *
 * @param target whom it is directed at, in words
 * @param who the one person who has it, or null
 * @param period from and to, in words
 * @param week what was promised and done this week, or null
 * @param total the same since it began, or null
 */
public record PlanMeasureView(
        int number,
        String what,
        String why,
        String target,
        String who,
        String often,
        String period,
        Kept week,
        Kept total) {

    /** What was promised up to now and what became of it. Public because the template engine reads it. */
    public record Kept(int promised, int done, int notDone, int noAnswer) {}
}
