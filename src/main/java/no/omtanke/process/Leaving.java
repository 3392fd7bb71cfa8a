package no.omtanke.process;

import java.util.UUID;

/** What else a person has in a case besides tasks and roles. Public because measures belong to plans, which stand above. */
public interface Leaving {

    /** The person has no part in the case any more. */
    void leaves(UUID caseId, long person);
}
