package no.omtanke.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who wants to read or do something. Public because every door hands its reader to the policy.
 *
 * @param personId the person in the directory, or 0 for somebody who came by a link without being known there
 * @param name how the person is called on pages; never written to a log
 * @param audiences what the person may be addressed as: {@code person:17}, {@code leadership:3}, {@code school-owner},
 *     {@code auditor}, or for a link {@code link:<case id>}
 */
public record Reader(long personId, String name, Set<String> audiences) implements Serializable {

    public Reader {
        audiences = Set.copyOf(audiences);
    }

    /** Whether the reader belongs to the audience. */
    public boolean in(String audience) {
        return audiences.contains(audience);
    }

    /** Whether the reader holds the role anywhere. */
    public boolean holds(String role) {
        return audiences.stream().anyMatch(a -> a.equals(role) || a.startsWith(role + ":"));
    }

    /** Whether the reader came by a link to the case. */
    public boolean byLinkTo(UUID caseId) {
        return in("link:" + caseId) || in("plan-link:" + caseId);
    }

    /** Never shows the name: readers end up in log lines. */
    @Override
    public String toString() {
        return "reader " + personId;
    }
}
