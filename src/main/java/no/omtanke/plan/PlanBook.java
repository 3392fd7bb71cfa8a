package no.omtanke.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.EvaluationLetter;
import no.omtanke.correspondence.PlanLetter;
import no.omtanke.form.Answers;
import no.omtanke.plan.MeasureStore.MeasureRow;
import no.omtanke.plan.PlanStore.PlanRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of a case for those whom the gate let in. Public because staff's doors show them. */
@Service
@Transactional(readOnly = true)
public class PlanBook {

    private final PlanStore plans;
    private final MeasureStore measures;
    private final MeasureLog log;
    private final EvaluationStore evaluations;
    private final EvaluationAnswers answers;
    private final PlanDocuments documents;
    private final PlanSurroundings around;
    private final PlanLetters letters;
    private final Clock clock;

    PlanBook(
            PlanStore plans,
            MeasureStore measures,
            MeasureLog log,
            EvaluationStore evaluations,
            EvaluationAnswers answers,
            PlanDocuments documents,
            PlanSurroundings around,
            PlanLetters letters,
            Clock clock) {
        this.plans = plans;
        this.measures = measures;
        this.log = log;
        this.evaluations = evaluations;
        this.answers = answers;
        this.documents = documents;
        this.around = around;
        this.letters = letters;
        this.clock = clock;
    }

    /** The plans of the case that the reader sees, oldest first. @param open proves that the reader may see the case's content */
    public List<PlanView> of(OpenCase open) {
        return plans.ofCase(open.file().id()).stream()
                .filter(row -> open.sees(row.pupil()))
                .map(row -> inFull(row, open))
                .toList();
    }

    /** The newest plan of one pupil. @param pupil the party, or null */
    public Optional<PlanView> of(OpenCase open, UUID pupil) {
        return plans.ofCase(open.file().id()).stream()
                .filter(row -> Objects.equals(row.pupil(), pupil) && open.sees(pupil))
                .reduce((first, second) -> second)
                .map(row -> inFull(row, open));
    }

    /** Whether the case has a plan that the reader sees. */
    public boolean has(OpenCase open) {
        return plans.ofCase(open.file().id()).stream().anyMatch(row -> open.sees(row.pupil()));
    }

    /** Every day on which a measure of the plan was promised: what the log says, or null while nobody has answered. */
    public Map<LocalDate, LogLine.Result> days(PlanView plan, Measure measure) {
        return measures.find(measure.id())
                .filter(row -> row.plan().equals(plan.id()))
                .map(row -> Promised.days(
                        measure, row.begunAt(), plan.logOf(measure), around.schoolDay(plan.schoolId()), clock))
                .orElse(Map.of());
    }

    /** When the versions of the plan held that ever did. @param plan which the reader was shown */
    public List<Held> held(PlanView plan) {
        return plans.held(plans.plan(plan.id()));
    }

    /** The version that held when the day ended. */
    public Optional<PlanVersion> asOf(PlanView plan, LocalDate day) {
        return Held.at(held(plan), day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1))
                .flatMap(number -> plan.versions().stream().filter(v -> v.number() == number).findFirst());
    }

    /** One version in the words of a letter. @param plan which the reader was shown */
    public PlanLetter inWords(PlanView plan, PlanVersion version) {
        return letters.plan(plans.plan(plan.id()), version);
    }

    /** One finished evaluation in the words of a letter, with those before it. @param plan which the reader was shown */
    public EvaluationLetter inWords(PlanView plan, Evaluation evaluation) {
        List<Evaluation> done = plan.evaluations().stream()
                .filter(e -> e.endedAt() != null && e.number() <= evaluation.number())
                .toList();
        boolean newest = plan.evaluations().stream().noneMatch(e -> e.endedAt() != null && e.number() > evaluation.number());
        EvaluationLetter letter = letters.evaluation(plans.plan(plan.id()), done);
        // Only of the newest it is known who wrote it.
        return newest ? letter : letter.judgedBy("");
    }

    /** What the quality gate finds in the plan's newest version now. */
    // The municipality's limits come from a table of the engine, which keeps account of every answer.
    @Transactional
    public List<Finding> findings(PlanView plan) {
        return plan.newest()
                .map(version -> QualityGate.look(version.content(), around.now(plans.plan(plan.id()), version.number())))
                .orElse(List.of());
    }

    /**
     * What the gate finds in what is being written; the pupil's part comes later and is not missed yet.
     *
     * @param open the case that is being written in
     */
    @Transactional
    public List<Finding> findings(OpenCase open, UUID pupil, Answers written) {
        return plans.ofCase(open.file().id()).stream()
                .filter(row -> Objects.equals(row.pupil(), pupil))
                .reduce((first, second) -> second)
                .map(row -> QualityGate.look(DraftReader.read(written), around.now(row, plans.versions(row).size() + 1)))
                .orElse(List.of())
                .stream()
                .filter(finding -> !finding.rule().equals(QualityRule.PUPIL_NOT_HEARD.code()))
                .toList();
    }

    /** One measure with its log, for its owner. @param open what the gate opened for the measure's task */
    public Optional<MeasureView> measure(OpenCase open, UUID measure) {
        return measures.find(measure)
                .filter(row -> row.caseId().equals(open.file().id()))
                .map(row -> new MeasureView(row.measure(), lines(row)));
    }

    /** A measure and what was done of it. Public as what its owner sees. */
    public record MeasureView(Measure measure, List<LogLine> log) {}

    private List<LogLine> lines(MeasureRow row) {
        return log.ofPlan(row.plan(), row.caseId()).getOrDefault(row.measure().id(), List.of());
    }

    // An evaluation that is going on, with what has been answered so far: whoever judges it must have read that.
    private PlanView inFull(PlanRow row, OpenCase open) {
        PlanView view = view(row, open.parties());
        return view.evaluated(view.evaluations().stream()
                .map(e -> e.endedAt() == null ? answers.soFar(row, e) : e)
                .toList());
    }

    /** For the family: what others answered in an evaluation is not theirs before it is judged. */
    PlanView view(PlanRow row, List<Party> parties) {
        String name = parties.stream()
                .filter(p -> p.id().equals(row.pupil()))
                .map(Party::name)
                .findFirst()
                .orElse("");
        Map<UUID, List<LogLine>> lines = log.ofPlan(row.id(), row.caseId());
        return new PlanView(
                row.id(),
                row.caseId(),
                row.schoolId(),
                row.pupil(),
                name,
                row.begunAt(),
                row.endedAt(),
                plans.versions(row),
                evaluations.of(row),
                lines,
                documents.of(row.id()));
    }
}
