package no.omtanke.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What a version of the plan says: problem, the pupil's part, measures, who, when, when evaluated [law § 12-4]. Public because pages
 * and letters show it.
 *
 * @param pupil null until the pupil's part was asked for
 * @param onlyPupilReason why no measure is directed at anything but the pupil, when so
 * @param services codes of services that take part
 * @param evaluation when the plan is evaluated, or null
 */
public record PlanContent(
        String problem,
        PupilsPart pupil,
        List<GuardiansPart> guardians,
        String goal,
        String onlyPupilReason,
        List<String> services,
        LocalDate evaluation,
        List<Measure> measures) {

    public PlanContent {
        guardians = guardians == null ? List.of() : List.copyOf(guardians);
        services = services == null ? List.of() : List.copyOf(services);
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    PlanContent heard(PupilsPart part, List<GuardiansPart> views) {
        return new PlanContent(problem, part, views, goal, onlyPupilReason, services, evaluation, measures);
    }

    PlanContent with(List<Measure> others) {
        return new PlanContent(problem, pupil, guardians, goal, onlyPupilReason, services, evaluation, others);
    }

    /** Without what was written: this may reach a log. */
    @Override
    public String toString() {
        return "plan content with " + measures.size() + " measures";
    }
}
