package no.omtanke.stories;

import java.time.LocalDate;
import java.util.Map;
import no.omtanke.TestTown.Town;

/** What people write when a pupil needs adaptation. */
final class SaidOfSupport {

    private SaidOfSupport() {}

    static Map<String, String> usual(String form, Town town, LocalDate today) {
        return switch (form) {
            case "read-support-need" -> Map.of(
                    "needUnderstood", "Eleven leser sakte.", "responsible", "" + town.teacher(), "supportWay", "try");
            case "try-adaptation" -> Map.of(
                    "adaptations[0].adaptWhat", "Lydbok",
                    "adaptations[0].adaptFrom", today.toString(),
                    "adaptations[0].adaptEffect", "partly",
                    "adaptations[0].adaptHow", "Fulgte med lenger.",
                    "pupilView", "Det er bedre med lyd.",
                    "supportWay", "refer",
                    "wayReason", "Det holder ikke.");
            case "ppt-missing" -> Map.of("pptAsked", "Spurte administratoren.");
            case "write-discussion" -> Map.of("discussQuestion", "Hva hjelper en som leser sakte?", "noIdentity", "true");
            case "answer-discussion" -> Map.of("discussAdvice", "Prøv lesekurs.", "discussRefer", "later");
            case "choose-support-way" -> Map.of(
                    "supportWay", "enough", "wayReason", "Lesekurs er satt inn.", "familyToldWay", "De er enige.");
            case "write-referral" -> Map.ofEntries(
                    Map.entry("identityNumber", "14031512345"),
                    Map.entry("motherTongue", "Norsk"),
                    Map.entry("interpreter", "no"),
                    Map.entry("guardiansOf[0].guardianName", "Kari Nordmann"),
                    Map.entry("guardiansOf[0].guardianResponsible", "yes"),
                    Map.entry("wantedHelp", "assessment"),
                    Map.entry("helpWanted", "Finne ut hva som hjelper."),
                    Map.entry("initiative", "school"),
                    Map.entry("concern", "Leser sakte og gir opp."),
                    Map.entry("concernSince", "Tredje trinn"),
                    Map.entry("strengths", "Regner godt."),
                    Map.entry("sightHearing", "both"),
                    Map.entry("measuresTried[0].triedWhat", "Lydbok"),
                    Map.entry("measuresTried[0].triedEffect", "Fulgte med lenger."),
                    Map.entry("pupilView", "Jeg vil lese som de andre."),
                    Map.entry("pedagogicalReport", "0|rapport.pdf"));
            case "acknowledge-referral" -> Map.of("bodyAnswer", "accept", "pptContact", "Rådgiver Li");
            case "clarify-referral" -> Map.of("clarification", "Synet er sjekket i oktober.");
            case "expert-assessment" -> Map.of(
                    "assessedBy", "Samtaler og en lesetest.",
                    "findings", "Lesevansker.",
                    "pupilView", "Jeg vil lese som de andre.",
                    "benefit", "no",
                    "pptRecommends", "yes",
                    "recommendedContent", "Lesekurs i liten gruppe.",
                    "recommendedAmount", "To timer i uka",
                    "recommendedGoals", "Lese en fagtekst alene.",
                    "schoolCanDo", "Lydbok i alle fag.",
                    "bestInterest", "Å få hjelp nå.");
            case "decide-support" -> Map.of(
                    "supportOutcome", "granted",
                    "supportFrom", today.plusDays(7).toString(),
                    "supportTo", today.plusDays(200).toString(),
                    "supportContent", "Lesekurs to timer i uka med spesialpedagog.",
                    "followsAssessment", "yes",
                    "supportGrounds", "Den sakkyndige vurderingen.",
                    "pupilView", "Det vil jeg.",
                    "bestInterest", "Å få hjelp nå.");
            case "follow-up-adaptation" -> Map.of("adaptationHelps", "yes", "followNote", "Leser hver dag.", "pupilView", "Det går bra.");
            case "follow-up-support" -> Map.of("supportNote", "Leser fagtekst alene.", "pupilView", "Det går bra.", "supportWay", "over");
            default -> throw new IllegalArgumentException(form);
        };
    }
}
