package no.omtanke.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.plan.PlanEntries.Said;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Evaluations as the model tells them: the pupil first, then guardians, owners, leadership. Public because models call it by name. */
@Component("evaluations")
@CallableFromModel
@Transactional
public class Evaluations {

    /** So many evaluations without a safe pupil bring the plan to the school owner [local]. */
    private static final int TIMES = 3;

    private final CaseFiles cases;
    private final PlanStore plans;
    private final EvaluationStore store;
    private final PlanEntries entries;
    private final EvaluationAnswers answers;
    private final PlanSurroundings around;

    Evaluations(
            CaseFiles cases,
            PlanStore plans,
            EvaluationStore store,
            PlanEntries entries,
            EvaluationAnswers answers,
            PlanSurroundings around) {
        this.cases = cases;
        this.plans = plans;
        this.store = store;
        this.entries = entries;
        this.answers = answers;
        this.around = around;
    }

    /** Begins the next evaluation. @return the last day (ISO) that the municipality allows for the one after it */
    public String begin(String plan) {
        PlanRow row = row(plan);
        int version = plans.versions(row).get(0).number();
        store.begin(row, version);
        cases.event(row.caseId(), "plan-evaluation-begun", null, Map.of());
        return around.evaluationAfterThis(row, version).toString();
    }

    /** The measures that ran under the version that is evaluated. */
    public List<String> measuresToJudge(String plan) {
        PlanRow row = row(plan);
        return plans.versions(row).get(0).content().measures().stream()
                .map(m -> m.id().toString())
                .toList();
    }

    /** Puts together what everybody answered. */
    public void keep(String plan) {
        PlanRow row = row(plan);
        Evaluation begun = store.of(row).stream().reduce((a, b) -> b).orElseThrow();
        Said judged = entries.latest(row, "evaluate-plan").orElseThrow();
        String next = judged.text("nextEvaluation");
        LocalDate nextOn = next.isEmpty() ? null : LocalDate.parse(next.substring(0, 10));
        store.end(
                row,
                answers.soFar(row, begun)
                        .judged(
                                judged.entry().writtenAt(),
                                judged.text("safe"),
                                judged.text("judgement"),
                                judged.text("outcome"),
                                nextOn));
        if (nextOn != null) {
            plans.evaluateOn(row, begun.version(), nextOn);
        }
        cases.event(
                row.caseId(),
                "plan-evaluated",
                judged.entry().authorId(),
                Map.of("number", String.valueOf(begun.number()), "outcome", judged.text("outcome")));
    }

    /** Whether the pupil has been without safety so many evaluations that the owner must look. */
    public boolean thirdTime(String plan) {
        return store.of(row(plan)).stream().filter(e -> e.endedAt() != null && !"yes".equals(e.safe())).count() >= TIMES;
    }

    private PlanRow row(String plan) {
        return plans.plan(UUID.fromString(plan));
    }
}
