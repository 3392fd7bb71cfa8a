package no.omtanke.worklist;

import java.util.Collection;
import java.util.List;

/** Who of a family must answer, when a task is addressed to nobody else: there is nothing to take or to give away then. */
final class WaitsFor {

    private WaitsFor() {}

    /** guardian, pupil, consenter, body or null. */
    static String family(Collection<String> audiences) {
        return List.of("guardian", "pupil", "consenter", "body").stream()
                .filter(role -> !audiences.isEmpty()
                        && audiences.stream().allMatch(audience -> audience.startsWith(role + ":")))
                .findFirst()
                .orElse(null);
    }
}
