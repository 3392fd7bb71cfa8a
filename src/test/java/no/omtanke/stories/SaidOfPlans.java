package no.omtanke.stories;

import java.time.LocalDate;
import java.util.Map;
import no.omtanke.TestTown.Town;

/** What people write in the forms of a plan: a plan that nothing is wrong with, and a pupil who has become safe. */
final class SaidOfPlans {

    private SaidOfPlans() {}

    static Map<String, String> usual(String form, Town town, LocalDate today) {
        return switch (form) {
            case "write-plan" -> Map.ofEntries(
                    Map.entry("problem", "Eleven er alene."),
                    Map.entry("pupilGoal", "Noen å være sammen med."),
                    Map.entry("planMeasures[0].planWhat", "Læreren deler inn grupper før storefri og blir med ut."),
                    Map.entry("planMeasures[0].planTarget", "group"),
                    Map.entry("planMeasures[0].planFrom", today.toString()),
                    Map.entry("planMeasures[0].planTo", today.plusDays(28).toString()),
                    Map.entry("planMeasures[0].planWho", String.valueOf(town.teacher())),
                    Map.entry("planMeasures[0].planOften", "once"),
                    Map.entry("evaluation", today.plusDays(7).toString()),
                    Map.entry("provisional", "no"));
            case "hear-pupil-plan" -> Map.of(
                    "heard", "yes",
                    "talkedWhen", today.toString(),
                    "pupilWords", "Jeg vil ha noen å være sammen med.",
                    "readAloud", "true",
                    "pupilAgrees", "yes");
            case "guardian-view" -> Map.of("view", "agree");
            case "approve-plan" -> Map.of("approved", "yes");
            case "review-override" -> Map.of("ownerView", "accept", "ownerWords", "Det holder.");
            case "do-measure" -> Map.of("done", "yes");
            case "follow-up-measure" -> Map.of("whatNow", "continue", "followUpNote", "Vi har snakket sammen.");
            case "ask-pupil" -> Map.of("asked", "yes", "pupilSafe", "4", "whatHelped", "Gruppene.");
            case "guardian-evaluation" -> Map.of("childSafe", "yes", "guardianWords", "Det er lettere hjemme.");
            case "evaluate-measure" -> Map.of(
                    "carriedOut", "yes",
                    "measureEffect", "Eleven er sammen med to andre.",
                    "goOn", "continue");
            case "evaluate-plan" -> Map.of("safe", "yes", "judgement", "Alle sier det samme.", "outcome", "end");
            case "review-plan" -> Map.of("ownerDecides", "Skolen får hjelp.");
            case "read-family-words" -> Map.of("familyNoted", "Jeg ringer i dag.");
            case "hand-over-plan" -> Map.of("handedOver", "yes", "handOverNote", "Avtalt med den nye skolen.");
            default -> SaidOfHelp.usual(form);
        };
    }
}
