package no.omtanke.access;

import java.time.Instant;

/**
 * One line of the access log. Public because histories show who has read a case.
 *
 * @param personId null for a reader who came by a link and is not in the directory
 * @param thing what was opened when it was one thing, such as {@code task:…} or {@code document:…}, or null
 * @param via what the reader came through: {@code session}, or {@code link:} and its purpose
 * @param reason the rule that answered; a refusal's reason can tell what the case is about and is not for everybody
 */
public record Reading(
        Instant at, Long personId, Part part, String thing, String via, boolean allowed, String reason) {}
