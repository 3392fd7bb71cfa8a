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
            case "report-child-protection" -> say("childKnown", "pupil")
                    .say("pupil", town.pupil())
                    .say("suspicion", "violence")
                    .say("danger", "no")
                    .say("seen", "Blåmerker på begge armene mandag.")
                    .say("childSaid", "Jeg falt ikke.")
                    .say("since", "Siden høstferien")
                    .say("worriedBefore", "no")
                    .say("runningCase", "none")
                    .say("senderPhone", "40 00 00 01")
                    .say("deputy", town.social());
            case "send-protection-report" -> say("sent", "sent")
                    .say("sentAt", today + "T09:00")
                    .say("sentHow", "digital")
                    .say("sentTo", "Barneverntjenesten, vakthavende");
            case "protection-feedback" -> say("answered", "investigation")
                    .say("answeredOn", today)
                    .say("answeredWhat", "De har åpnet undersøkelse.");
            case "protection-outcome" -> say("finished", "measures").say("outcomeNote", "Familien får hjelp.");
            case "let-into-lane" -> say("whom", town.deputy()).say("why", "Skal være med på møtet.");
            case "report-health-contact" -> say("school", town.school())
                    .say("writer", "guardian")
                    .say("childName", "Elev " + town.tag())
                    .say("about", "Hun sover ikke.")
                    .say("talkHow", "write")
                    .say("reporterName", "Foresatt " + town.tag())
                    .say("phone", "40 00 00 02")
                    .say("email", "foresatt." + town.tag() + "@hjemme.example");
            case "answer-health-contact" -> say("answer", "Kom til meg onsdag.").say("next", "talk");
            case "let-another-in" -> say("anotherWhy", "Kjenner barnet.");
            case "ask-for-consent" -> say("allAgree", "yes").say("askedWhom", "Ringte far i dag.").say("consentInformed", "true");
            case "school-message-consent" -> say("agrees", "yes").say("asWhom", "guardian");
            case "read-school-message" -> say("whatWeDo", "Hun får sitte ved døren.");
            case "notify-owner-late" -> say("ownerSummary", "Det viste seg å være vold.")
                    .say("ownerMeasures", "Vi følger eleven i friminuttene.")
                    .say("guardiansInformed", "yes");
            case "appoint-investigator" -> say("investigator", town.social())
                    .say("investigatorReason", "Kjenner ikke klassen.")
                    .say("actingLead", "named")
                    .say("actingLeader", town.social())
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
                    .say("plan", "no")
                    .say("personnelOutside", "no");
            case "hear-accused" -> say("accusedHeard", "yes")
                    .say("hearingAt", today + "T13:00")
                    .say("hearingHow", "meeting")
                    .say("hearingPresent", "Rådgiver hos skoleeier")
                    .say("unionOffered", "yes")
                    .say("toldInGeneral", "Noe som skal ha skjedd i garderoben.")
                    .say("accusedWords", "Jeg hevet stemmen.")
                    .say("readBack", "yes");
            case "read-joined-case" -> say("reporterCalled", "yes")
                    .say("calledAt", today + "T09:00")
                    .say("calledWhat", "Vi ser på dette samlet.")
                    .say("joinedChanges", "Vi følger to friminutt.");
            case "hear-pupil-intervention" -> say("wasHeard", "yes")
                    .say("talkDate", today)
                    .say("talkedWith", "Sosiallærer")
                    .say("pupilView", "Jeg ble redd.")
                    .say("pupilHelp", "At noen sier hva som skal skje.");
            case "inform-guardians-intervention" -> say("informed", "yes")
                    .say("informedAt", today + "T12:00")
                    .say("informedHow", "phone")
                    .say("informedWho", "Mor")
                    .say("guardiansSaid", "De vil ha et møte.");
            case "review-intervention" -> say("seriousNow", "no")
                    .say("wasNeeded", "Ja, eleven var på vei ut i veien.")
                    .say("otherWays", "Port ved veien.");
            case "teacher-view" -> say("justifiable", "yes");
            case "decide-leave" -> say("outcome", "grant")
                    .say("justifiable", "yes")
                    .say("grounds", "Fraværet er kort.")
                    .say("bestInterest", "Eleven følger godt med.")
                    .say("childView", "Eleven gleder seg.")
                    .say("basis", "ordinary");
            case "read-intervention" -> say("ownerFollowsUp", "noted").say("ownerNote", "Skolen har en plan.");
            case "exemption-notice" -> say("child", town.pupil())
                    .say("exemptKind", "activity")
                    .say("exemptWhat", "Gudstjenesten før jul")
                    .say("howOften", "regular")
                    .say("firstDay", today.plusDays(7))
                    .say("insteadWish", "Være med parallellklassen");
            case "hear-pupil-exemption" -> say("noticeStands", "yes").say("pupilSaidExemption", "Jeg vil ha fritak.");
            case "ask-guardians-exemption" -> say("noticeStands", "yes").say("guardiansSaidExemption", "Mor gir melding.");
            case "arrange-teaching" -> say("exemptible", "yes")
                    .say("insteadTeaching", "Eleven lager en utstilling om høytider på biblioteket sammen med to andre.")
                    .say("insteadFrom", today.plusDays(7))
                    .say("agreedWithPupil", "yes");
            case "decide-exemption" -> say("exemptionOutcome", "refuse").say("refusalGrounds", "Det gjelder målet om å svømme.");
            case "follow-up-exemption" -> say("exemptionWorks", "works").say("exemptionFollowUp", "Eleven trives med det.");
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
            case "prepare-dossier" -> say("listRead", "true");
            case "send-dossier" -> say("sendOutcome", "sent").say("sentHow", "digital").say("sentOn", today);
            case "register-ruling" -> say("rulingOn", today)
                    .say("ruling", "no-breach")
                    .say("rulingSummary", "Skolen har handlet raskt.");
            case "carry-out-order" -> say("orderDone", "Planen er laget.")
                    .say("orderDoneOn", today)
                    .say("reportedOn", today);
            case "answer-escalation" -> say("whatWeFound", "Ingen hadde ringt.")
                    .say("whatIsDone", "Vi ringer i dag.")
                    .say("doneBy", today.plusDays(1))
                    .say("answer", "Vi ringer i dag.")
                    .say("toldHow", "Ringte far i dag.");
            case "carry-out-owner-order" -> say("whatWasDone", "Ringte familien.").say("doneOn", today);
            case "decide-trial", "hand-over-letter", "decide-late-appeal", "reconsider-appeal", "forward-appeal",
                    "register-appeal-outcome", "report-withdrawal", "send-appeal" ->
                answers.putAll(SaidOfDecisions.usual(form, today));
            case "read-support-need", "try-adaptation", "ppt-missing", "write-discussion", "choose-support-way", "write-referral",
                    "clarify-referral", "decide-support", "follow-up-adaptation", "follow-up-support", "answer-discussion",
                    "acknowledge-referral", "expert-assessment" ->
                SaidOfSupport.usual(form, town, today).forEach(answers::put);
            case "talk-absence" -> say("pupilTalked", "yes")
                    .say("talkDate", today)
                    .say("pupilWords", "Det er tungt å komme om morgenen.")
                    .say("guardiansTalked", "yes")
                    .say("guardiansWords", "Vi ser det hjemme også.")
                    .say("causes", "wellbeing")
                    .say("nextStep", "measures");
            case "plan-absence" -> say("absenceGoal", "Jeg har noen å gå sammen med.")
                    .say("absenceMeasures[0].measureWhat", "Møte ved porten kl. 8.15.")
                    .say("absenceMeasures[0].measureWho", town.social())
                    .say("absenceMeasures[0].measureFrom", today)
                    .say("absenceMeasures[0].measureTo", today.plusDays(10))
                    .say("pupilAgrees", "Ja, gjerne.")
                    .say("evaluation", today.plusDays(14));
            case "do-absence-measure" -> say("measureDid", "yes");
            case "evaluate-absence" -> say("pupilNow", "Det er lettere nå.")
                    .say("result", "better")
                    .say("judgement", "Borte én dag på to uker.");
            case "review-absence" -> say("whyNotBetter", "Tiltakene traff ikke.")
                    .say("decision", "close")
                    .say("closeReason", "taken-over")
                    .say("closeNote", "PPT følger opp.");
            case "hand-over-absence" -> say("handedOver", "yes").say("handOverNote", "Avtalt med mor.");
            default -> SaidOfPlans.usual(form, town, today).forEach(answers::put);
        }
    }

    private Said say(String name, Object answer) {
        answers.put(name, answer.toString());
        return this;
    }
}
