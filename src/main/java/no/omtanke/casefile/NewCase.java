package no.omtanke.casefile;

import java.util.UUID;

/**
 * What is known of a case when it begins. Public because subjects open cases with it.
 *
 * @param source the draft it came from: the same source never opens two cases
 */
public record NewCase(
        String kind,
        String referencePrefix,
        int schoolId,
        String entrance,
        String channel,
        String language,
        String accused,
        boolean serious,
        boolean escalated,
        String reporterAddress,
        UUID source) {}
