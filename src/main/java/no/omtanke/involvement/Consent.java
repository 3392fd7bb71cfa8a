package no.omtanke.involvement;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What one person answered when they were asked. Public because pages show it.
 *
 * @param state asked, given, refused, silent or withdrawn
 * @param keptOut kinds of information that the person did not agree to
 * @param until the last day it holds; null when it was not given
 */
public record Consent(UUID id, UUID involvement, UUID caseId, long person, String state, Set<String> keptOut, LocalDate until) {

    static final String ASKED = "asked";
    static final String GIVEN = "given";
    static final String REFUSED = "refused";
    static final String SILENT = "silent";
    static final String WITHDRAWN = "withdrawn";

    /** Whether it holds on the day. */
    public boolean holds(LocalDate day) {
        return state.equals(GIVEN) && until != null && !day.isAfter(until);
    }

    /** Whether the person can still take it back. */
    public boolean given() {
        return state.equals(GIVEN);
    }
}
