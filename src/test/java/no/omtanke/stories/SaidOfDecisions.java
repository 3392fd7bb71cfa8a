package no.omtanke.stories;

import java.time.LocalDate;
import java.util.Map;

/** What people answer about decisions and appeals when the story does not say otherwise. */
final class SaidOfDecisions {

    private SaidOfDecisions() {}

    static Map<String, String> usual(String form, LocalDate today) {
        String day = today.toString();
        return switch (form) {
            case "decide-trial" -> Map.of(
                    "trialOutcome", "refused",
                    "trialTerm", "0 dager",
                    "trialGrounds", "Klassen har tentamen i uka.",
                    "trialBasis", "law");
            case "hand-over-letter" -> Map.of("handedHow", "handed", "handedOn", day);
            case "decide-late-appeal" -> Map.of("lateTaken", "yes", "lateGrounds", "Parten var innlagt på sykehus.");
            case "reconsider-appeal" -> Map.of(
                    "points[0].point", "Tentamen kan tas senere.",
                    "points[0].schoolView", "Det er ingen ny tentamen.",
                    "reconsidered", "upheld");
            case "forward-appeal" -> Map.of("forwardedHow", "digital", "forwardedOn", day);
            case "register-appeal-outcome" -> Map.of(
                    "outcomeOn", day,
                    "appealResult", "upheld",
                    "outcomeSummary", "Vedtaket står. Eleven får ikke fri.");
            case "report-withdrawal" -> Map.of("toldOn", day);
            case "send-appeal" -> Map.of("disagree", "Tentamen kan tas senere.", "want", "At hun får fri.");
            default -> throw new IllegalArgumentException(form);
        };
    }
}
