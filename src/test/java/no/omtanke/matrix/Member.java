package no.omtanke.matrix;

import java.util.Set;
import no.omtanke.access.Reader;

/**
 * Somebody who comes to the doors.
 *
 * @param who as the table calls them
 * @param reader as whom they are signed in, or null
 * @param links what their links open: {@code link:} for a report, {@code plan-link:} for a plan
 * @param school where they work
 */
record Member(String who, Reader reader, Set<String> links, int school) {

    boolean byLink() {
        return !links.isEmpty();
    }
}
