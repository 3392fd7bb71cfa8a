package no.omtanke.stories;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.omtanke.TestTown.Town;

/** What people write in the forms of the tasks when the story does not say otherwise. */
final class Said {

    private final Town town;
    private final LocalDate today;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private Said(Town town, LocalDate today) {
        this.town = town;
        this.today = today;
    }

    /** The answers to the form. @param more name and answer in turn; they come instead of the usual ones */
    static Map<String, String> in(String form, Town town, LocalDate today, String... more) {
        Said said = new Said(town, today);
        said.usual(form);
        for (int i = 0; i < more.length; i += 2) {
            said.answers.put(more[i], more[i + 1]);
        }
        return said.answers;
    }

    private void usual(String form) {
        switch (form) {
            case "read-report" -> say("pupil", town.pupil())
                    .say("accused", "pupil")
                    .say("responsible", town.teacher())
                    .say("investigator", town.social())
                    .say("principalKnew", today);
            case "notify-owner" -> say("ownerReason", "serious")
                    .say("principalKnewAt", today + "T09:00")
                    .say("ownerSummary", "En elev blir slått.")
                    .say("ownerMeasures", "Vi følger eleven i friminuttene.")
                    .say("guardiansInformed", "yes")
                    .say("unfoundedClaim", "no");
            case "notify-owner-late" -> say("ownerSummary", "Det viste seg å være vold.")
                    .say("ownerMeasures", "Vi følger eleven i friminuttene.")
                    .say("guardiansInformed", "yes");
            case "appoint-investigator" -> say("investigator", town.social())
                    .say("investigatorReason", "Kjenner ikke klassen.")
                    .say("impartial", "true");
            case "first-contact" -> say("contactAt", today + "T09:00")
                    .say("contactHow", "phone")
                    .say("spokeWith", "Mor")
                    .say("whatSaid", "Vi snakket om friminuttene.")
                    .say("rightsExplained", "true")
                    .say("measuresTomorrow", "En voksen følger eleven.")
                    .say("responsible", town.teacher())
                    .say("nextContact", today.plusDays(3));
            case "immediate-measures" -> say("measures[0].measureWhat", "En voksen er ute i friminuttene.")
                    .say("measures[0].measureWho", town.teacher())
                    .say("measures[0].measureFrom", today)
                    .say("pupilAgrees", "good");
            case "hear-pupil" -> say("wasHeard", "yes")
                    .say("talkDate", today)
                    .say("present", "Kontaktlærer")
                    .say("purposeExplained", "true")
                    .say("pupilWords", "Det går greit nå.")
                    .say("safeNow", "4")
                    .say("pupilWishes", "At noen følger med.")
                    .say("mayShareWith", "guardians")
                    .say("readAloud", "true");
            case "decide-visibility" -> say("childHeard", "yes")
                    .say("pupilWants", "all")
                    .say("pupilView", "Det er greit at mamma vet det.")
                    .say("bestInterest", "At hjemmet kan hjelpe.")
                    .say("legalBasis", "heard")
                    .say("visibility", "shown");
            case "inform-guardians" -> say("informed", "yes")
                    .say("informedAt", today + "T12:00")
                    .say("informedHow", "phone")
                    .say("informedWho", "Far")
                    .say("informedWhat", "Barnets egen del.");
            case "investigate" -> say("method", "observation")
                    .say("sources[0].source", "Friminutt")
                    .say("sources[0].sourceDate", today)
                    .say("sources[0].finding", "Ingen ble stengt ute.")
                    .say("pupilExperience", "Tryggere.")
                    .say("surroundings", "Klassen er urolig.")
                    .say("guardiansView", "Enige.");
            case "conclude" -> say("safe", "yes")
                    .say("basis", "Eleven sier det selv.")
                    .say("bestInterest", "At vi følger med.")
                    .say("plan", "no");
            case "close-case" -> say("closeGrounds", "Eleven har det trygt.").say("pupilAtClose", "Det er bra nå.");
            case "read-new-information" -> say("changes", "no").say("thanked", "yes");
            case "answer-family" -> say("whatWeFound", "Ingen hadde ringt.")
                    .say("whyLong", "Mange samtaler.")
                    .say("pupilNow", "unsure")
                    .say("answer", "Rektor ringer i dag.")
                    .say("toldHow", "Ringte far i dag.")
                    .say("ownerFollows", "school")
                    .say("order", "Ring familien i dag.")
                    .say("ownerChecks", today.plusDays(7));
            case "answer-escalation" -> say("whatWeFound", "Ingen hadde ringt.")
                    .say("whatIsDone", "Vi ringer i dag.")
                    .say("doneBy", today.plusDays(1))
                    .say("answer", "Vi ringer i dag.")
                    .say("toldHow", "Ringte far i dag.");
            case "carry-out-owner-order" -> say("whatWasDone", "Ringte familien.").say("doneOn", today);
            default -> SaidOfPlans.usual(form, town, today).forEach(answers::put);
        }
    }

    private Said say(String name, Object answer) {
        answers.put(name, answer.toString());
        return this;
    }
}
