package no.omtanke.plan;

/**
 * An example of a measure that somebody drafting may begin from. Public because the library's pages and the drafting page show it.
 *
 * @param kind the kind of problem, one of {@link MeasureExamples#KINDS}
 * @param language nb, nn or en
 * @param listText what the list of the day would say, or null
 * @param hidden kept, but no longer suggested
 * @param revision counts the changes
 * @param changedBy who changed it last, or null while it is as it came
 */
public record MeasureExample(
        long id,
        String kind,
        String language,
        String what,
        String why,
        Target target,
        Often often,
        String listText,
        boolean hidden,
        int revision,
        Long changedBy) {}
