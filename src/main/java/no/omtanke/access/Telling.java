package no.omtanke.access;

import java.util.UUID;

/**
 * A pupil's story, as far as the policy must know it to say whether a guardian sees it. Public because the case file asks.
 *
 * @param pupil the party who told
 * @param keptBack its entry is marked «Ikke gi videre»
 * @param outcome what was decided for this guardian: shown, part or withheld; null until somebody has decided
 * @param pupilRefuses the pupil said that nothing is to be shown
 */
public record Telling(UUID pupil, boolean keptBack, String outcome, boolean pupilRefuses) {}
