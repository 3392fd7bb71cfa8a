package no.omtanke.stories;

import java.util.Map;

/** What people write when the school asks others for help. */
final class SaidOfHelp {

    private SaidOfHelp() {}

    static Map<String, String> usual(String form) {
        return switch (form) {
            case "answer-involvement" -> Map.of("bodyAnswer", "accept");
            case "clarify-involvement" -> Map.of("clarification", "Sjette trinn.");
            case "give-advice" -> Map.of("advice", "La dem leke i faste grupper.", "adviceMore", "yes");
            case "follow-up-advice" -> Map.of("adviceUse", "all", "adviceDone", "Vi prøver fra mandag.", "adviceTold", "yes");
            case "find-another-way" -> Map.of("otherWay", "alone", "otherWayPlan", "Vi snakker med klassen på torsdag.");
            case "take-consent" -> Map.of(
                    "consentAnswer", "given", "consentHow", "paper", "consentOn", "2026-11-23", "consentSignature", "Far Nordmann",
                    "consentUntil", "2027-02-01", "consentInformed", "true", "consentTried", "Ringte tre ganger.");
            default -> throw new IllegalArgumentException(form);
        };
    }
}
