package no.omtanke.plan;

import java.time.Instant;

/**
 * What one guardian thinks of the plan. Public because pages and letters show it; each guardian's stands for itself.
 *
 * @param view agree, partly or disagree
 */
public record GuardiansPart(long person, String view, String reason, String comment, Instant at) {}
