package no.omtanke.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of an activity plan as it is written down. Public because the plan's own room fills it in: this floor knows words,
 * not plans. Empty and missing texts are the same.
 *
 * @param pupil empty when the pupil is not known by name
 * @param approval null as long as the plan does not hold
 * @param pupilPart null as long as the pupil was not asked
 * @param services codes of the forms: sfo, social-teacher, health-service, ppt, response-team, ombud
 * @param onlyPupilReason why all measures are about the pupil, if they are
 */
public record PlanLetter(
        LetterHead head,
        String pupil,
        String group,
        int version,
        Approval approval,
        String problem,
        PupilPart pupilPart,
        List<GuardianView> guardians,
        String goal,
        List<Measure> measures,
        LocalDate evaluation,
        List<String> services,
        String onlyPupilReason,
        LetterRights rights) {

    /**
     * Since when the plan holds. Public as a part of the plan.
     *
     * @param overrideReason why the leadership approved it in spite of what the check found
     */
    public record Approval(boolean provisional, LocalDate day, String by, String overrideReason) {}

    /**
     * What the pupil says, or why nobody asked. Public as a part of the plan.
     *
     * @param agrees yes, partly or no
     * @param changes what the pupil wants otherwise
     */
    public record PupilPart(
            boolean heard, String words, boolean readAloud, String agrees, String changes, String notHeardReason) {}

    /** What one guardian means. Public as a part of the plan. @param view agree, partly, disagree or none when no answer came */
    public record GuardianView(String name, String view, String words) {}

    /**
     * What somebody does. Public as a part of the plan.
     *
     * @param target pupil, others, group, environment or adults
     * @param often daily, weekly, once or when-needed
     */
    public record Measure(
            int number,
            String what,
            String target,
            String why,
            LocalDate from,
            LocalDate to,
            String often,
            String owner,
            LocalDate evaluation) {}

    /** Without its words: this may reach a log. */
    @Override
    public String toString() {
        return "plan letter, version " + version;
    }
}
