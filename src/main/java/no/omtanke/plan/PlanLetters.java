package no.omtanke.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.EvaluationLetter;
import no.omtanke.correspondence.LetterHead;
import no.omtanke.correspondence.LetterRights;
import no.omtanke.correspondence.PlanLetter;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.School;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.plan.PlanVersion.Approved;
import no.omtanke.plan.PlanVersion.Provisional;
import no.omtanke.process.Assignments;
import org.springframework.stereotype.Component;

/** Puts a plan and its evaluations into the words of letters: names instead of numbers. */
@Component
class PlanLetters {

    private final CaseFiles cases;
    private final Directory directory;
    private final Assignments assignments;
    private final PlanStore plans;
    private final PlanEntries entries;
    private final PlanSurroundings around;
    private final Clock clock;

    PlanLetters(
            CaseFiles cases,
            Directory directory,
            Assignments assignments,
            PlanStore plans,
            PlanEntries entries,
            PlanSurroundings around,
            Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.assignments = assignments;
        this.plans = plans;
        this.entries = entries;
        this.around = around;
        this.clock = clock;
    }

    PlanLetter plan(PlanRow row, PlanVersion version) {
        PlanContent content = version.content();
        return new PlanLetter(
                head(row),
                pupil(row),
                group(row),
                version.number(),
                approval(version),
                content.problem(),
                pupilPart(content.pupil()),
                content.guardians().stream()
                        .map(g -> new PlanLetter.GuardianView(name(g.person()), g.view(), words(g)))
                        .toList(),
                content.goal(),
                content.measures().stream().map(this::measure).toList(),
                content.evaluation(),
                content.services(),
                content.onlyPupilReason(),
                rights(row));
    }

    /** @param done all finished evaluations, oldest first; the letter is about the last */
    EvaluationLetter evaluation(PlanRow row, List<Evaluation> done) {
        Evaluation latest = done.get(done.size() - 1);
        List<Measure> measures = plans.versions(row).stream()
                .filter(v -> v.number() == latest.version())
                .findFirst()
                .map(v -> v.content().measures())
                .orElse(List.of());
        return new EvaluationLetter(
                head(row),
                pupil(row),
                group(row),
                latest.version(),
                latest.number(),
                day(latest.endedAt()),
                new EvaluationLetter.PupilAnswer(
                        latest.pupilSafe() != null,
                        latest.pupilSafe(),
                        latest.whatHelped(),
                        latest.whatMissing(),
                        latest.notAskedReason()),
                latest.guardians().stream()
                        .map(g -> new EvaluationLetter.GuardianAnswer(name(g.person()), g.childSafe(), g.words()))
                        .toList(),
                measures.stream().map(m -> result(m, latest)).toList(),
                latest.safe(),
                latest.judgement(),
                entries.latest(row, "evaluate-plan")
                        .map(said -> name(said.entry().authorId()))
                        .orElse(""),
                latest.outcome(),
                latest.nextOn(),
                List.of(),
                done.stream()
                        .map(e -> new EvaluationLetter.TrendPoint(e.number(), day(e.endedAt()), e.pupilSafe(), e.safe()))
                        .toList(),
                rights(row));
    }

    /** Without the guardians' views: each guardian's are their own. */
    static PlanLetter forFamily(PlanLetter letter) {
        return new PlanLetter(
                letter.head(),
                letter.pupil(),
                letter.group(),
                letter.version(),
                letter.approval(),
                letter.problem(),
                letter.pupilPart(),
                List.of(),
                letter.goal(),
                letter.measures(),
                letter.evaluation(),
                letter.services(),
                letter.onlyPupilReason(),
                letter.rights());
    }

    /**
     * Without the guardians' answers, without the pupil's own words, which nobody has decided to show at home, and without the
     * grounds, which repeat both.
     */
    static EvaluationLetter forFamily(EvaluationLetter letter) {
        EvaluationLetter.PupilAnswer said = letter.pupilAnswer();
        return new EvaluationLetter(
                letter.head(),
                letter.pupil(),
                letter.group(),
                letter.version(),
                letter.number(),
                letter.day(),
                new EvaluationLetter.PupilAnswer(said.asked(), said.safety(), "", "", said.notAskedReason()),
                List.of(),
                letter.measures(),
                letter.safe(),
                "",
                letter.judgedBy(),
                letter.outcome(),
                letter.next(),
                letter.services(),
                letter.trend(),
                letter.rights());
    }

    private PlanLetter.Approval approval(PlanVersion version) {
        Approval yes = version instanceof Approved approved
                ? approved.approval()
                : version instanceof PlanVersion.Replaced replaced ? replaced.approval() : null;
        if (yes != null) {
            return new PlanLetter.Approval(false, day(yes.at()), name(yes.by()), yes.overrideReason());
        }
        return version instanceof Provisional provisional
                ? new PlanLetter.Approval(true, day(provisional.since()), "", null)
                : null;
    }

    private static PlanLetter.PupilPart pupilPart(PupilsPart part) {
        return part == null
                ? null
                : new PlanLetter.PupilPart(
                        part.heard(), part.words(), part.readAloud(), part.agrees(), part.changes(), part.reason());
    }

    private PlanLetter.Measure measure(Measure m) {
        return new PlanLetter.Measure(
                m.number(),
                m.what(),
                m.target().code(),
                m.why(),
                m.from(),
                m.to(),
                m.often().code(),
                m.owner() == null ? "" : name(m.owner()),
                m.evaluation());
    }

    private EvaluationLetter.MeasureResult result(Measure m, Evaluation latest) {
        Optional<Evaluation.MeasureJudged> judged =
                latest.measures().stream().filter(j -> j.number() == m.number()).findFirst();
        return new EvaluationLetter.MeasureResult(
                m.number(),
                m.what(),
                m.owner() == null ? "" : name(m.owner()),
                judged.map(Evaluation.MeasureJudged::carriedOut).orElse("none"),
                judged.map(Evaluation.MeasureJudged::effect).orElse(""),
                judged.map(Evaluation.MeasureJudged::goOn).orElse("none"),
                judged.map(Evaluation.MeasureJudged::done).orElse(0),
                judged.map(Evaluation.MeasureJudged::notDone).orElse(0));
    }

    private LetterHead head(PlanRow row) {
        return new LetterHead(
                directory.municipality().name(),
                school(row).name(),
                file(row).reference(),
                LocalDate.now(clock));
    }

    private LetterRights rights(PlanRow row) {
        String responsible = Optional.ofNullable(assignments.responsible(row.caseId().toString()))
                .map(id -> name(Long.parseLong(id)))
                .orElse("");
        return new LetterRights(
                responsible, school(row).phone(), directory.municipality().statsforvalter());
    }

    private String pupil(PlanRow row) {
        return around.party(row).map(p -> p.name()).orElse("");
    }

    private String group(PlanRow row) {
        return around.pupil(row)
                .flatMap(p -> directory.pupil(p.id()))
                .map(p -> p.className())
                .orElse("");
    }

    private static String words(GuardiansPart part) {
        return java.util.stream.Stream.of(part.reason(), part.comment())
                .filter(text -> text != null && !text.isBlank())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private String name(Long person) {
        return person == null ? "" : directory.person(person).map(Person::name).orElse("");
    }

    private School school(PlanRow row) {
        return directory.school(row.schoolId()).orElseThrow();
    }

    private CaseFile file(PlanRow row) {
        return cases.file(row.caseId()).orElseThrow();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
