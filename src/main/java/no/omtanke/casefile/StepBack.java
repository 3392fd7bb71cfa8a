package no.omtanke.casefile;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who stepped back from a case because they are not impartial [fvl kap. II]. Public because the case page tells whoever may let
 * them in again.
 */
public record StepBack(long personId, Instant since) {

    /** Entries that say why: for those who lead the case, not for everybody in it. */
    static final Set<String> FORMS = Set.of("recusal", "let-in-again", "auditor-opening");
}
