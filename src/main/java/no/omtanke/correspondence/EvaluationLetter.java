package no.omtanke.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * One evaluation of an activity plan as it is written down. Public because the plan's own room fills it in: this floor knows
 * words, not plans. Empty and missing texts are the same.
 *
 * @param version the plan's version that was evaluated
 * @param safe the leadership's answer: yes, no or unsure
 * @param outcome end, continue or revise
 * @param next the next evaluation, when the plan goes on
 * @param services codes of the forms: sfo, social-teacher, health-service, ppt, response-team, ombud
 * @param trend every evaluation so far with this one, oldest first
 */
public record EvaluationLetter(
        LetterHead head,
        String pupil,
        String group,
        int version,
        int number,
        LocalDate day,
        PupilAnswer pupilAnswer,
        List<GuardianAnswer> guardians,
        List<MeasureResult> measures,
        String safe,
        String judgement,
        String judgedBy,
        String outcome,
        LocalDate next,
        List<String> services,
        List<TrendPoint> trend,
        LetterRights rights) {

    /**
     * What the pupil says, or why nobody asked. Public as a part of the evaluation.
     *
     * @param safety 1, very unsafe, to 5, very safe; null when not asked
     */
    public record PupilAnswer(
            boolean asked, Integer safety, String whatHelped, String whatMissing, String notAskedReason) {}

    /** What one guardian says. Public as a part of the evaluation. @param childSafe yes, no, unsure, or none when no answer came */
    public record GuardianAnswer(String name, String childSafe, String words) {}

    /**
     * How it went with what was promised. Public as a part of the evaluation.
     *
     * @param carriedOut yes, partly, no, or none when nobody judged it
     * @param goOn continue, change, stop, or none
     * @param done how often the log says done
     * @param notDone how often the log says not done
     */
    public record MeasureResult(
            int number, String what, String owner, String carriedOut, String effect, String goOn, int done, int notDone) {}

    /** One evaluation's answers. Public as a part of the evaluation. @param safety 1 to 5, null when the pupil was not asked */
    public record TrendPoint(int number, LocalDate day, Integer safety, String safe) {}

    /** The same, judged by somebody else or by nobody who is named. */
    public EvaluationLetter judgedBy(String name) {
        return new EvaluationLetter(
                head, pupil, group, version, number, day, pupilAnswer, guardians, measures, safe, judgement, name, outcome, next,
                services, trend, rights);
    }

    /** Without its words: this may reach a log. */
    @Override
    public String toString() {
        return "evaluation letter " + number;
    }
}
