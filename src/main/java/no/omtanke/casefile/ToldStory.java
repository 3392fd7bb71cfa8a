package no.omtanke.casefile;

import java.time.Instant;

/**
 * What a pupil told, as one of the guardians may see it. Public because the family's page shows it.
 *
 * @param decided false while it is «ikke avgjort»
 * @param whole the pupil's own words, and all of them
 * @param text empty while it is not decided
 */
public record ToldStory(Instant toldAt, boolean decided, boolean whole, String text) {

    /** Without what was told: this may reach a log. */
    @Override
    public String toString() {
        return "story of " + toldAt;
    }
}
