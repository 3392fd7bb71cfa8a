package no.omtanke.plan;

import java.time.Instant;
import java.util.List;

/**
 * The leadership's yes. Public because pages and letters show it.
 *
 * @param overrideReason why the plan holds although the quality gate found something, or null
 * @param findings what the gate had found then
 */
public record Approval(long by, Instant at, String overrideReason, List<Finding> findings) {

    public Approval {
        findings = List.copyOf(findings);
    }

    public boolean overridden() {
        return !findings.isEmpty();
    }
}
