package no.omtanke.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter in which Statsforvalteren asks for a case's documents.
 *
 * @param entry what the letter says, sealed in the case
 * @param answerBy the date in the letter: the tasks' deadline
 * @param reviewedBy who went through the list last, or null
 * @param asOf plans are shown as they stood on this day, too; or null
 */
record SupervisionRequest(
        UUID id,
        UUID caseId,
        UUID entry,
        LocalDate letterOn,
        LocalDate answerBy,
        long registeredBy,
        Instant registeredAt,
        Long reviewedBy,
        Instant reviewedAt,
        LocalDate asOf) {}
