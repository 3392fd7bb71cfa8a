package no.omtanke.casefile;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A written piece of the case: a form's answers as JSON. Public because case and task pages show entries.
 *
 * @param about the party it is about, or null
 * @param taskId the task that it answered, or null
 * @param keptBack marked «Ikke gi videre»: what is made from the case holds nothing of it
 * @param passedTo whom that mark names
 * @param copiedFrom the entry of another case that this is a copy of, when cases were joined or split; or null
 * @param authorId null when somebody wrote it who came without being known in the directory
 */
public record Entry(
        UUID id,
        String formId,
        Long authorId,
        String authorKind,
        UUID about,
        String taskId,
        Instant writtenAt,
        boolean keptBack,
        Set<Long> passedTo,
        String json,
        UUID copiedFrom) {

    /** Without what was written: this may reach a log. */
    @Override
    public String toString() {
        return "entry " + id;
    }
}
