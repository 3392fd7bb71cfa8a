package no.omtanke.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An appeal of one party over one decision. Public because pages show how it goes.
 *
 * @param channel how it came: page, paper, phone, conversation or email
 * @param late it came after the window: somebody must decide whether it is taken
 * @param state open, upheld (by the school), forwarded, refused, changed, withdrawn or decided
 * @param forwarded Statsforvalteren has it, or had it when it was withdrawn
 * @param letter to Statsforvalteren, or null
 * @param outcomeLetter to the parties, or null
 * @param outcome what Statsforvalteren decided: upheld, changed or annulled; or null
 */
public record Appeal(
        UUID id,
        UUID decision,
        UUID caseId,
        UUID party,
        UUID entry,
        String channel,
        LocalDate cameOn,
        boolean late,
        String state,
        String outcome,
        boolean forwarded,
        boolean reopened,
        UUID letter,
        UUID outcomeLetter,
        Instant registeredAt,
        Instant endedAt) {

    /** Nobody has decided it yet. */
    public boolean running() {
        return endedAt == null;
    }

    boolean withdrawn() {
        return state.equals("withdrawn");
    }
}
