package no.omtanke.organization;

import java.util.Optional;

/**
 * By which names other houses know our people: their national identity number, their name at Feide. Public because administration
 * writes it and the sign-in reads it; the sign-in keeps it too, hashed with a key, because these names are kept by nobody in clear.
 */
public interface IdentityRegister {

    /** A national identity number, as ID-porten knows people. Other kinds are the ids of the staff's providers. */
    String NATIONAL_ID = "national-id";

    /**
     * From now on this name means this person. Saying it twice changes nothing.
     *
     * @throws IllegalArgumentException when it cannot be such a name, or means somebody else already
     */
    void register(long personId, String kind, String value);

    /** Nobody, when no person has this name. */
    Optional<Long> personOf(String kind, String value);

    /** The person has no name of this kind any more. */
    void forget(long personId, String kind);
}
