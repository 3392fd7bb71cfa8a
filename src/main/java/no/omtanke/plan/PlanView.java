package no.omtanke.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One pupil's plan with all its versions, for somebody whom the gate let in. Public because pages show it.
 *
 * @param pupil the party, or null when the case names nobody
 * @param versions newest first
 * @param evaluations oldest first
 * @param log by measure, oldest first
 * @param documents what was written of it and is kept, oldest first
 */
public record PlanView(
        UUID id,
        UUID caseId,
        int schoolId,
        UUID pupil,
        String pupilName,
        Instant begunAt,
        Instant endedAt,
        List<PlanVersion> versions,
        List<Evaluation> evaluations,
        Map<UUID, List<LogLine>> log,
        List<PlanDocument> documents) {

    PlanView evaluated(List<Evaluation> others) {
        return new PlanView(
                id, caseId, schoolId, pupil, pupilName, begunAt, endedAt, versions, others, log, documents);
    }

    /** The newest version, also a draft; empty while nobody has sent one. */
    public Optional<PlanVersion> newest() {
        return versions.stream().findFirst();
    }

    /** The version that holds now. */
    public Optional<PlanVersion> inForce() {
        return endedAt != null
                ? Optional.empty()
                : versions.stream().filter(PlanVersion::inForce).findFirst();
    }

    public List<LogLine> logOf(Measure measure) {
        return log.getOrDefault(measure.id(), List.of());
    }
}
