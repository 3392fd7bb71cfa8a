package no.omtanke.plan;

/**
 * One thing the quality gate found. Public because pages put it into words: keys {@code plan.finding.<rule>} and
 * {@code plan.hint.<rule>} with the measure's number as {0}.
 *
 * @param measure the measure's number, or null when it is about the plan as a whole
 */
public record Finding(String rule, Integer measure) {}
