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
 *     {@code auditor}, {@code body:5}; for a link {@code link:<case id>}, {@code plan-link:<case id>}, {@code consent-link:<case id>},
 *     {@code decision-link:<case id>}, {@code application-link:<case id>}, {@code body-link:<case id>} and {@code child:<party id>}
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

    /** What the reader came through, as the access log names it: a session of staff, or a link. */
    public String via() {
        return holds("link")
                ? "link:my-report"
                : holds("plan-link")
                        ? "link:my-plan"
                        : holds("consent-link")
                                ? "link:consent"
                                : holds("decision-link")
                                        ? "link:decision"
                                : holds("application-link")
                                        ? "link:application"
                                        : holds("body-link") ? "link:involvement" : "session";
    }

    /** Whether the reader came by a link to the case. */
    public boolean byLinkTo(UUID caseId) {
        return in("link:" + caseId) || in("plan-link:" + caseId) || in("consent-link:" + caseId)
                || in("decision-link:" + caseId) || in("application-link:" + caseId);
    }

    /** Never shows the name: readers end up in log lines. */
    @Override
    public String toString() {
        return "reader " + personId;
    }
}
