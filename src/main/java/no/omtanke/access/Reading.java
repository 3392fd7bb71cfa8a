package no.omtanke.access;

import java.time.Instant;

/**
 * One line of the access log. Public because histories show who has read a case.
 *
 * @param personId null for a reader who came by a link
 * @param reason the rule that answered; a refusal's reason can tell what the case is about and is not for everybody
 */
public record Reading(Instant at, Long personId, Part part, boolean allowed, String reason) {}
