package no.omtanke.plan;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that was written of a plan and is kept unchanged. Public because pages link to it.
 *
 * @param kind plan or evaluation
 * @param number the version's or the evaluation's
 * @param forFamily the copy that the pupil and each guardian may read
 */
public record PlanDocument(UUID id, String kind, int number, boolean forFamily, Instant writtenAt) {}
