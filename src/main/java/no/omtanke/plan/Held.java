package no.omtanke.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a version of a plan held. Public because what leaves for Statsforvalteren says so of each version.
 *
 * @param until the moment it was replaced or the plan ended, or null
 */
public record Held(int version, Instant since, Instant until) {

    /** The version that held at the moment; of two that began at once the later one. */
    public static Optional<Integer> at(List<Held> versions, Instant moment) {
        return versions.stream()
                .filter(held -> !held.since().isAfter(moment))
                .filter(held -> held.until() == null || held.until().isAfter(moment))
                .map(Held::version)
                .max(Integer::compareTo);
    }
}
