package no.omtanke.involvement;

import java.time.Instant;
import java.util.UUID;

/**
 * A body that was asked to help in a case. Public because pages show it.
 *
 * @param pupil the party it is about, or null while the case links nobody
 * @param question the entry that says what is asked, and what for
 * @param shareName the body is told who the pupil is
 * @param needsConsent nothing is shared before those whose child it is have said yes
 * @param state asked, sent, accepted, advised, declined, silent, no-consent, withdrawn or ended
 * @param reminded how often it was reminded
 */
public record Involvement(
        UUID id,
        UUID caseId,
        int schoolId,
        int body,
        UUID pupil,
        UUID question,
        long askedBy,
        boolean shareName,
        boolean needsConsent,
        String state,
        int reminded,
        Instant askedAt) {

    static final String ASKED = "asked";
    static final String SENT = "sent";
    static final String ACCEPTED = "accepted";

    /** Whether it is with the body now. */
    public boolean withBody() {
        return state.equals(SENT) || state.equals(ACCEPTED) || state.equals("advised");
    }

    /** Whether something can still come of it. */
    public boolean open() {
        return state.equals(ASKED) || withBody();
    }
}
