package no.omtanke.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.plan.Evaluation.GuardianSays;
import no.omtanke.plan.Evaluation.MeasureJudged;
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
    private final MeasureStore measures;
    private final MeasureLog log;
    private final EvaluationStore store;
    private final PlanEntries entries;
    private final PlanSurroundings around;

    Evaluations(
            CaseFiles cases,
            PlanStore plans,
            MeasureStore measures,
            MeasureLog log,
            EvaluationStore store,
            PlanEntries entries,
            PlanSurroundings around) {
        this.cases = cases;
        this.plans = plans;
        this.measures = measures;
        this.log = log;
        this.store = store;
        this.entries = entries;
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
        Said pupil = last(entries.of(row, "ask-pupil", begun.begunAt()));
        String next = judged.text("nextEvaluation");
        LocalDate nextOn = next.isEmpty() ? null : LocalDate.parse(next.substring(0, 10));
        store.end(
                row,
                new Evaluation(
                        begun.number(),
                        begun.version(),
                        begun.begunAt(),
                        judged.entry().writtenAt(),
                        pupil == null || pupil.text("pupilSafe").isEmpty()
                                ? null
                                : Integer.valueOf(pupil.text("pupilSafe")),
                        pupil == null ? "" : pupil.text("whatHelped"),
                        pupil == null ? "" : pupil.text("whatMissing"),
                        pupil == null ? "" : pupil.text("notAskedReason"),
                        guardians(row, begun),
                        judged(row, begun),
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

    private List<GuardianSays> guardians(PlanRow row, Evaluation begun) {
        return entries.of(row, "guardian-evaluation", begun.begunAt()).stream()
                .map(said -> new GuardianSays(
                        said.entry().authorId(), said.text("childSafe"), said.text("guardianWords")))
                .toList();
    }

    private List<MeasureJudged> judged(PlanRow row, Evaluation begun) {
        Map<UUID, Integer> numbers = measures.of(row, begun.version()).stream()
                .collect(Collectors.toMap(Measure::id, Measure::number));
        List<MeasureJudged> judged = new ArrayList<>();
        for (Said said : entries.of(row, "evaluate-measure", begun.begunAt())) {
            entries.measureOf(said).filter(numbers::containsKey).ifPresent(id -> {
                List<LogLine> lines = log.of(id);
                int done = (int) lines.stream().filter(LogLine::done).count();
                judged.add(new MeasureJudged(
                        numbers.get(id),
                        said.text("carriedOut"),
                        said.text("measureEffect"),
                        said.text("goOn"),
                        done,
                        lines.size() - done));
            });
        }
        judged.sort(Comparator.comparing(MeasureJudged::number));
        return judged;
    }

    private static Said last(List<Said> said) {
        return said.isEmpty() ? null : said.get(said.size() - 1);
    }

    private PlanRow row(String plan) {
        return plans.plan(UUID.fromString(plan));
    }
}
