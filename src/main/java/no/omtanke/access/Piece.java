package no.omtanke.access;

import java.util.Set;
import java.util.UUID;

/**
 * A single thing in a case, without its content. Public because the case file asks the policy about each of them.
 *
 * @param what the entry's form, the document's kind, the party's role or the event's kind
 * @param about the pupil's party id, or null when it is about the case
 * @param writer the person who wrote it, or null
 * @param writerKind reporter, guardian, pupil, staff or system; copy for what came from another case, whoever wrote it there
 * @param lane the closed lane it belongs to, or null
 * @param keptBack marked «Ikke gi videre»
 * @param passedTo whom that mark names
 */
public record Piece(
        Kind kind, String what, UUID about, Long writer, String writerKind, String lane, boolean keptBack, Set<Long> passedTo) {

    /** What it is. Public with the record. */
    public enum Kind {
        ENTRY,
        DOCUMENT,
        PARTY,
        EVENT
    }

    /** Something that nobody wrote and nobody has marked. */
    public static Piece of(Kind kind, String what, UUID about) {
        return new Piece(kind, what, about, null, "system", null, false, Set.of());
    }
}
