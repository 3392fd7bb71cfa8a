package no.omtanke.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One evaluation: the pupil's own answer first. Public because pages and letters show the trend.
 *
 * @param endedAt null while it is going on
 * @param version the plan's version that was evaluated
 * @param pupilSafe the pupil's own answer, 1 (very unsafe) to 5 (very safe), or null when the pupil was not asked
 * @param safe the leadership's judgement: yes, no or unsure
 * @param outcome end, continue or revise
 * @param nextOn the next evaluation when the plan goes on
 */
public record Evaluation(
        int number,
        int version,
        Instant begunAt,
        Instant endedAt,
        Integer pupilSafe,
        String whatHelped,
        String whatMissing,
        String notAskedReason,
        List<GuardianSays> guardians,
        List<MeasureJudged> measures,
        String safe,
        String judgement,
        String outcome,
        LocalDate nextOn) {

    public Evaluation {
        guardians = guardians == null ? List.of() : List.copyOf(guardians);
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /** The same with the leadership's judgement, which ends it. */
    Evaluation judged(Instant at, String safe, String judgement, String outcome, LocalDate nextOn) {
        return new Evaluation(
                number, version, begunAt, at, pupilSafe, whatHelped, whatMissing, notAskedReason, guardians, measures, safe,
                judgement, outcome, nextOn);
    }

    /** A guardian's answer. @param childSafe yes, no or unsure */
    public record GuardianSays(long person, String childSafe, String words) {}

    /** A measure's owner's answer. @param carriedOut yes, partly or no; @param goOn continue, change or stop */
    public record MeasureJudged(int number, String carriedOut, String effect, String goOn, int done, int notDone) {}

    /** Without what was written: this may reach a log. */
    @Override
    public String toString() {
        return "evaluation " + number;
    }
}
