package no.omtanke.casefile;

import java.util.UUID;

/**
 * A person's part in a case. Public because pages and models speak of parties.
 *
 * @param personId null while the person is only a name that somebody wrote
 * @param role affected, involved, witness, accused, intervener, responsible, investigator or reporter
 */
public record Party(UUID id, Long personId, String role, String name) {

    /** Whether this is a pupil who is to be heard. */
    public boolean isPupil() {
        return role.equals("affected") || role.equals("involved") || role.equals("witness");
    }

    /** Without the name: this may reach a log. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
