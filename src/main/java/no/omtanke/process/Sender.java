package no.omtanke.process;

import no.omtanke.access.Part;
import no.omtanke.access.Reader;

/** Who sends a form: somebody who works in the case, or a family through a link. */
enum Sender {
    STAFF("staff"),
    GUARDIAN("guardian"),
    PUPIL("pupil"),
    /** A body without an account. */
    BODY("body");

    private final String kind;

    Sender(String kind) {
        this.kind = kind;
    }

    /** Only a link makes a reader a guardian or a pupil: those who sign in never are. */
    static Sender of(Reader reader) {
        return reader.holds("guardian")
                ? GUARDIAN
                : reader.holds("pupil") ? PUPIL : reader.holds("body-link") ? BODY : STAFF;
    }

    /** How the entry names its author. */
    String kind() {
        return kind;
    }

    Part part(Reader reader, TaskRow row) {
        boolean works = this == STAFF || this == BODY;
        return works
                ? row.part()
                : reader.holds("consent-link")
                        ? Part.CONSENT
                        : reader.holds("application-link") ? Part.OWN_APPLICATION : Part.OWN_PLAN;
    }
}
