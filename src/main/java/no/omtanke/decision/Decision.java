package no.omtanke.decision;

import java.time.Instant;
import java.util.UUID;
import no.omtanke.correspondence.LetterNumbers;

/**
 * An individual decision about a pupil. Public because pages show it.
 *
 * @param pupil the party of the case whom it is about
 * @param kind what was decided, e.g. {@code leave}
 * @param entry what was answered in the task that decided
 * @param document its letter, or null until it is written
 * @param replacedBy the decision that took its place after an appeal, or null
 */
public record Decision(
        UUID id,
        UUID caseId,
        int schoolId,
        UUID pupil,
        String kind,
        String task,
        UUID entry,
        LetterNumbers.Number number,
        UUID document,
        Long madeBy,
        Instant madeAt,
        UUID replacedBy) {}
