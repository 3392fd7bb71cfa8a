package no.omtanke.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import no.omtanke.correspondence.EvaluationLetter.GuardianAnswer;
import no.omtanke.correspondence.EvaluationLetter.MeasureResult;
import no.omtanke.correspondence.EvaluationLetter.PupilAnswer;
import no.omtanke.correspondence.EvaluationLetter.TrendPoint;
import no.omtanke.correspondence.PlanLetter.Approval;
import no.omtanke.correspondence.PlanLetter.GuardianView;
import no.omtanke.correspondence.PlanLetter.Measure;
import no.omtanke.correspondence.PlanLetter.PupilPart;

/** Letters about invented people: as short as they can be, as they often are, and far too long. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final LetterHead HEAD = new LetterHead("Solvik kommune", "Åsgård skole", "SO26-7KQ2MX", DAY);
    private static final LetterRights RIGHTS =
            new LetterRights("Kari Bjørnebråten, rektor", "22 00 00 00", "Statsforvalteren i Solvik");

    private Samples() {}

    static PlanLetter shortPlan() {
        return new PlanLetter(
                HEAD, "Åse Ødegård", "", 1, new Approval(true, DAY, null, null), "Åse er redd i friminuttene.",
                new PupilPart(false, null, false, null, null, "Åse er syk. Vi spør henne mandag."), List.of(), null,
                List.of(new Measure(1, "Tilsyn ved klatrestativet", "environment", null, null, null, "daily", null, null)),
                null, List.of(), null, new LetterRights("", null, "Statsforvalteren i Solvik"));
    }

    static PlanLetter draft() {
        return new PlanLetter(
                HEAD, "", "", 1, null, "Noen er redd i friminuttene.", null, List.of(), "",
                List.of(measure(1, "")), null, List.of(), "", RIGHTS);
    }

    static PlanLetter plan(int measures, int paragraphs) {
        return plan(measures, paragraphs(paragraphs), "");
    }

    /** A plan where everybody, and every measure, says this. */
    static PlanLetter plan(int measures, int paragraphs, String said) {
        return plan(measures, paragraphs(paragraphs) + said, said);
    }

    private static PlanLetter plan(int measures, String words, String what) {
        return new PlanLetter(
                HEAD, "Åse Ødegård", "6A", 2, new Approval(false, DAY, "Kari Bjørnebråten", "Vi kan ikke vente til mandag."),
                "Åse blir stengt ute i lek, og noen roper «flyttelass» etter henne – særlig på vei til gymsalen." + words,
                new PupilPart(true, "«Jeg vil bare være med.» Det er verst når ingen voksne ser det." + words, true,
                        "partly", "Ikke bytt plass på meg.", null),
                List.of(
                        new GuardianView("Bjørn Ødegård", "agree", ""),
                        new GuardianView("Frøydis Ærlig", "disagree", "Det er for få voksne ute." + words),
                        new GuardianView("Håkon Ærlig", "none", null)),
                "Åse skal merke at hun har noen å være sammen med hver dag.",
                IntStream.rangeClosed(1, measures).mapToObj(n -> measure(n, what)).toList(),
                DAY.plusDays(7), List.of("sfo", "social-teacher", "health-service", "ppt", "response-team", "ombud"),
                "Gruppa er ny, og tiltak for klassen kommer i januar.", RIGHTS);
    }

    private static Measure measure(int number, String what) {
        List<String> targets = List.of("pupil", "others", "group", "environment", "adults");
        List<String> often = List.of("daily", "weekly", "once", "when-needed");
        return new Measure(
                number,
                "Møter Åse ved porten og går sammen med henne inn (" + number + ")" + what,
                targets.get(number % 5),
                number % 3 == 0 ? null : "Det er på vei inn det skjer.",
                DAY,
                number % 4 == 0 ? null : DAY.plusDays(30),
                often.get(number % 4),
                "Lærer Østbye-Sørensen",
                DAY.plusDays(14));
    }

    static EvaluationLetter shortEvaluation() {
        return new EvaluationLetter(
                HEAD, "Åse Ødegård", null, 1, 1, DAY, new PupilAnswer(false, null, null, null, "Åse ville ikke svare i dag."),
                List.of(), List.of(new MeasureResult(1, "Tilsyn", null, "none", null, "none", 0, 0)), "unsure",
                "Vi vet ikke nok.", null, "continue", DAY.plusDays(5), List.of(),
                List.of(new TrendPoint(1, DAY, null, "unsure")), RIGHTS);
    }

    static EvaluationLetter evaluation(int measures, int paragraphs) {
        List<String> carriedOut = List.of("yes", "partly", "no");
        List<String> goOn = List.of("continue", "change", "stop");
        String words = paragraphs(paragraphs);
        return new EvaluationLetter(
                HEAD, "Åse Ødegård", "6A", 2, 4, DAY,
                new PupilAnswer(true, 4, "At Østbye møter meg.", "Gymmen er fortsatt litt sånn – ikke trygg." + words, null),
                List.of(
                        new GuardianAnswer("Bjørn Ødegård", "yes", "Hun gleder seg igjen."),
                        new GuardianAnswer("Frøydis Ærlig", "unsure", words),
                        new GuardianAnswer("Håkon Ærlig", "none", null)),
                IntStream.rangeClosed(1, measures)
                        .mapToObj(n -> new MeasureResult(
                                n, "Møter Åse ved porten (" + n + ")", "Lærer Østbye-Sørensen", carriedOut.get(n % 3),
                                "Færre kommer for sent.", goOn.get(n % 3), 11, n))
                        .toList(),
                "no", "Gymmen må bli trygg." + words, "Kari Bjørnebråten, rektor", "revise", null, List.of("ppt"),
                List.of(
                        new TrendPoint(1, DAY.minusDays(60), 1, "no"),
                        new TrendPoint(2, DAY.minusDays(40), 2, "no"),
                        new TrendPoint(3, DAY.minusDays(20), null, "unsure"),
                        new TrendPoint(4, DAY, 4, "no")),
                RIGHTS);
    }

    private static String paragraphs(int count) {
        return "\nNår det ringer inn, står hun igjen alene, og først da kommer de andre. Vi har sett det tre ganger denne uken."
                .repeat(count);
    }
}
