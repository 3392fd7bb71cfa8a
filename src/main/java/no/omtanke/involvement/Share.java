package no.omtanke.involvement;

import java.util.UUID;

/**
 * One thing that was chosen for a body, and on what ground. Public because pages list them.
 *
 * @param entry or null
 * @param document or null
 */
public record Share(UUID entry, UUID document, PieceKind kind, String basis) {

    /** What everybody who is asked must read to answer: no exception holds it back. */
    static final String QUESTION = "question";

    UUID piece() {
        return entry != null ? entry : document;
    }

    boolean ofTheQuestion() {
        return basis.equals(QUESTION);
    }
}
