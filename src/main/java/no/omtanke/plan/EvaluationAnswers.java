package no.omtanke.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.plan.Evaluation.GuardianSays;
import no.omtanke.plan.Evaluation.MeasureJudged;
import no.omtanke.plan.PlanEntries.Said;
import no.omtanke.plan.PlanStore.PlanRow;
import org.springframework.stereotype.Component;

/** What the pupil, the guardians and the owners have answered in an evaluation that is going on. */
@Component
class EvaluationAnswers {

    private final MeasureStore measures;
    private final MeasureLog log;
    private final PlanEntries entries;

    EvaluationAnswers(MeasureStore measures, MeasureLog log, PlanEntries entries) {
        this.measures = measures;
        this.log = log;
        this.entries = entries;
    }

    /** The evaluation with what has come since it began; the judgement is still missing. */
    Evaluation soFar(PlanRow row, Evaluation begun) {
        List<Said> pupil = entries.of(row, "ask-pupil", begun.begunAt());
        Said last = pupil.isEmpty() ? null : pupil.get(pupil.size() - 1);
        return new Evaluation(
                begun.number(),
                begun.version(),
                begun.begunAt(),
                null,
                last == null || last.text("pupilSafe").isEmpty() ? null : Integer.valueOf(last.text("pupilSafe")),
                last == null ? "" : last.words("whatHelped"),
                last == null ? "" : last.words("whatMissing"),
                last == null ? "" : last.words("notAskedReason"),
                guardians(row, begun),
                judged(row, begun),
                null,
                "",
                null,
                null);
    }

    private List<GuardianSays> guardians(PlanRow row, Evaluation begun) {
        return entries.of(row, "guardian-evaluation", begun.begunAt()).stream()
                .map(said -> new GuardianSays(
                        said.entry().authorId(), said.text("childSafe"), said.words("guardianWords")))
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
                        said.words("measureEffect"),
                        said.text("goOn"),
                        done,
                        lines.size() - done));
            });
        }
        judged.sort(Comparator.comparing(MeasureJudged::number));
        return judged;
    }
}
