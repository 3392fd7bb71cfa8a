package no.omtanke.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.correspondence.EvaluationLetter;
import no.omtanke.correspondence.PlanLetter;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.Measure;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import org.springframework.stereotype.Component;

/** Plans, measures' logs and evaluations in the words of a package, without the words that may not leave. */
@Component
class PlanPaper {

    private final PlanBook plans;
    private final DossierWords words;

    PlanPaper(PlanBook plans, DossierWords words) {
        this.plans = plans;
        this.words = words;
    }

    PlanLetter version(PlanView plan, PlanVersion version, Gathered gathered, Discreet shown, Locale locale) {
        PlanLetter letter = plans.inWords(plan, version);
        return new PlanLetter(
                letter.head(),
                words.pupil(plan, gathered, locale),
                letter.group(),
                letter.version(),
                approval(letter.approval(), shown),
                shown.of(letter.problem()),
                part(letter.pupilPart(), shown),
                letter.guardians().stream()
                        .map(g -> new PlanLetter.GuardianView(g.name(), g.view(), shown.of(g.words())))
                        .toList(),
                shown.of(letter.goal()),
                letter.measures().stream().map(m -> measure(m, shown)).toList(),
                letter.evaluation(),
                letter.services(),
                shown.of(letter.onlyPupilReason()),
                letter.rights());
    }

    EvaluationLetter evaluation(PlanView plan, Evaluation evaluation, Gathered gathered, Discreet shown, Locale locale) {
        EvaluationLetter letter = plans.inWords(plan, evaluation);
        EvaluationLetter.PupilAnswer said = letter.pupilAnswer();
        return new EvaluationLetter(
                letter.head(),
                words.pupil(plan, gathered, locale),
                letter.group(),
                letter.version(),
                letter.number(),
                letter.day(),
                new EvaluationLetter.PupilAnswer(
                        said.asked(),
                        said.safety(),
                        shown.of(said.whatHelped()),
                        shown.of(said.whatMissing()),
                        shown.of(said.notAskedReason())),
                letter.guardians().stream()
                        .map(g -> new EvaluationLetter.GuardianAnswer(g.name(), g.childSafe(), shown.of(g.words())))
                        .toList(),
                letter.measures().stream()
                        .map(m -> new EvaluationLetter.MeasureResult(
                                m.number(), shown.of(m.what()), m.owner(), m.carriedOut(), shown.of(m.effect()), m.goOn(), m.done(),
                                m.notDone()))
                        .toList(),
                letter.safe(),
                shown.of(letter.judgement()),
                letter.judgedBy(),
                letter.outcome(),
                letter.next(),
                letter.services(),
                List.of(),
                letter.rights());
    }

    /** Every measure that has a log, of all versions, in the order in which they came. */
    List<Paper.MeasureLog> log(PlanView plan, Discreet shown, Locale locale) {
        List<Paper.MeasureLog> logs = new ArrayList<>();
        plan.versions().stream().sorted(Comparator.comparing(PlanVersion::number)).forEach(version -> {
            for (Measure measure : version.content().measures()) {
                List<LogLine> lines = plan.logOf(measure);
                if (!lines.isEmpty()) {
                    logs.add(new Paper.MeasureLog(
                            words.text("log.number", locale, version.number(), measure.number()),
                            shown.of(measure.what()),
                            words.name(measure.owner()),
                            words.text("log.period", locale, words.day(measure.from(), locale), words.day(measure.to(), locale)),
                            lines.stream().map(line -> line(line, shown, locale)).toList()));
                }
            }
        });
        return List.copyOf(logs);
    }

    private Paper.LogLine line(LogLine line, Discreet shown, Locale locale) {
        return new Paper.LogLine(
                words.day(line.day(), locale),
                words.text("log." + line.result().code(), locale),
                words.name(line.by()),
                Stream.of(line.why(), line.effect())
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isBlank())
                        .map(shown::of)
                        .collect(Collectors.joining("\n")));
    }

    private static PlanLetter.Approval approval(PlanLetter.Approval yes, Discreet shown) {
        return yes == null
                ? null
                : new PlanLetter.Approval(yes.provisional(), yes.day(), yes.by(), shown.of(yes.overrideReason()));
    }

    private static PlanLetter.PupilPart part(PlanLetter.PupilPart part, Discreet shown) {
        return part == null
                ? null
                : new PlanLetter.PupilPart(
                        part.heard(),
                        shown.of(part.words()),
                        part.readAloud(),
                        part.agrees(),
                        shown.of(part.changes()),
                        shown.of(part.notHeardReason()));
    }

    private static PlanLetter.Measure measure(PlanLetter.Measure m, Discreet shown) {
        return new PlanLetter.Measure(
                m.number(), shown.of(m.what()), m.target(), shown.of(m.why()), m.from(), m.to(), m.often(), m.owner(),
                m.evaluation());
    }
}
