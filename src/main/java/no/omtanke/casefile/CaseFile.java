package no.omtanke.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The case's outside: nothing in it is anybody's free text. Public because every door shows a case by it.
 *
 * @param accused none, pupil, employee, leader or unknown
 * @param entrance how it came: open, link, pupil, third-party, staff, or split when it came out of another case
 * @param channel for reports registered by staff: phone, conversation, portal-message, email
 * @param reporterAddress none, unconfirmed or confirmed
 * @param principalKnew the day the matter was raised with the principal [law § 12-6], null until known
 * @param lane the closed lane that it lies in, or null
 */
public record CaseFile(
        UUID id,
        String reference,
        String kind,
        int schoolId,
        boolean open,
        String entrance,
        String channel,
        String language,
        Instant openedAt,
        Instant closedAt,
        String accused,
        boolean serious,
        boolean escalated,
        LocalDate principalKnew,
        String reporterAddress,
        String lane) {}
