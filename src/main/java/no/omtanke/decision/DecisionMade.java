package no.omtanke.decision;

import java.util.UUID;

/**
 * A decision was made, also one that takes another's place after an appeal. Public because the subject that the decision is about acts by it.
 *
 * @param entry what was answered in the form that decided
 */
public record DecisionMade(UUID caseId, UUID decision, String kind, UUID entry) {}
