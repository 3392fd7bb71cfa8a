package no.omtanke.administration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Who shall have what.
 *
 * @param all who has everything; empty for nobody, so that it goes back to the groups
 * @param exceptions who has a thing instead, by the thing's key; empty for nobody
 * @param endsOn the first day on which the leaver holds no role at the school
 */
record Choices(Optional<Long> all, Map<String, Optional<Long>> exceptions, LocalDate endsOn) {

    Optional<Long> of(Thing thing) {
        return exceptions.getOrDefault(thing.key(), all);
    }
}
