package no.omtanke.stories;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Joining;
import no.omtanke.dossier.Registering;
import no.omtanke.dossier.Review;
import no.omtanke.form.Answers;
import no.omtanke.leave.LeaveApplications;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads a case on Monday to any task of the models, everything before it done at once. */
abstract class RoadToTask extends HelpStory {

    private static final String[] AN_ORDER = {
        "ruling", "breach-orders", "orders[0].orderWhat", "Lag en plan.", "orders[0].orderBy", "2026-12-01"
    };

    @Autowired
    FamilyDoor door;

    @Autowired
    Registering registering;

    @Autowired
    Review review;

    @Autowired
    Joining joining;

    @Autowired
    LeaveApplications applications;

    CaseFile waitingAt(String task) {
        switch (task) {
            case "answer-family" -> {
                CaseFile file = reported();
                door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "no-call")));
                return file;
            }
            case "answer-escalation" -> {
                CaseFile file = reported();
                door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "no-call", "answerFrom", "principal")));
                return file;
            }
            case "carry-out-owner-order" -> {
                CaseFile file = waitingAt("answer-family");
                time.settle();
                done(file, "answer-family");
                return file;
            }
            case "read-new-information" -> {
                CaseFile file = reported();
                door.add(file.id(), new Answers("new-information", Map.of("newInformation", "x")), List.of());
                return file;
            }
            case "prepare-dossier", "send-dossier", "register-ruling", "carry-out-order" -> {
                CaseFile file = reported();
                registering.register(
                        towns.reader(town.owner()), file.reference(), SupervisionStories.letter("2026-11-30"), List.of());
                time.settle();
                review.accept(towns.reader(town.owner()), story.open(file, "prepare-dossier").taskId(), "Gjelder en annen elev.");
                List<String> steps = List.of("prepare-dossier", "send-dossier", "register-ruling", "carry-out-order");
                for (String step : steps.subList(0, steps.indexOf(task))) {
                    done(file, step, step.equals("register-ruling") ? AN_ORDER : new String[0]);
                }
                return file;
            }
            case "teacher-view", "decide-leave" -> {
                Answers asked = new Answers("apply-leave", Map.of(
                        "children", List.of(String.valueOf(town.pupil())), "leaveKind", "ordinary", "firstDay", "2027-02-01",
                        "lastDay", "2027-02-05", "reason", "x", "childOpinion", "x"));
                CaseFile file = applications.byFamily(town.guardian(), asked, List.of(), "nb", UUID.randomUUID()).get(0);
                time.settle();
                if (task.equals("decide-leave")) {
                    done(file, "teacher-view");
                }
                return file;
            }
            case "notify-owner" -> {
                CaseFile file = reported();
                done(file, "read-report", "seriousCriteria", "violence");
                return file;
            }
            case "appoint-investigator" -> {
                CaseFile file = reported();
                done(
                        file,
                        "read-report",
                        "accused",
                        "employee",
                        "accusedPerson",
                        String.valueOf(town.teacher()),
                        "responsible",
                        String.valueOf(town.social()),
                        "investigator",
                        "");
                done(file, "notify-owner");
                return file;
            }
            case "hear-pupil-intervention", "inform-guardians-intervention", "review-intervention" -> {
                return intervened();
            }
            case "read-intervention" -> {
                CaseFile file = intervened();
                done(file, "hear-pupil-intervention");
                done(file, "inform-guardians-intervention");
                done(file, "review-intervention");
                return file;
            }
            case "talk-absence", "plan-absence", "do-absence-measure", "evaluate-absence", "review-absence", "hand-over-absence" -> {
                CaseFile file = muchAway();
                toAbsenceTask(file, task);
                return file;
            }
            case "read-joined-case", "hear-joined-pupil", "inform-joined-guardians" -> {
                CaseFile file = joined();
                if (task.equals("inform-joined-guardians")) {
                    done(file, "hear-joined-pupil");
                }
                return file;
            }
            case "hear-accused" -> {
                CaseFile file = waitingAt("appoint-investigator");
                done(file, "appoint-investigator");
                done(file, "first-contact", "responsible", String.valueOf(town.social()));
                done(file, "immediate-measures");
                done(file, "hear-pupil");
                done(file, "inform-guardians");
                return file;
            }
            case "hear-pupil-plan", "approve-plan", "revise-plan", "approve-provisional-plan", "review-override",
                    "do-measure", "follow-up-measure", "ask-pupil", "evaluate-measure", "evaluate-plan", "review-plan",
                    "read-family-words", "hand-over-plan" -> {
                CaseFile file = waitingAt("write-plan");
                toPlanTask(file, task);
                return file;
            }
            default -> {
                CaseFile file = reported();
                for (String step : ORDINARY) {
                    if (step.equals(task)) {
                        break;
                    }
                    if (step.equals("conclude")) {
                        conclude(file, task);
                    } else if (openTasks(file).contains(step)) {
                        done(file, step);
                    }
                }
                return file;
            }
        }
    }

    /** A case in which another goes on whose pupil nobody has talked with. */
    private CaseFile joined() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "hear-pupil");
        CaseFile other = reported();
        done(other, "read-report", "pupil", String.valueOf(town.other()));
        Answers why = new Answers("join-cases", Map.of("whyJoin", "x", "otherCase", file.reference(), "goesOn", "other"));
        if (!joining.join(towns.reader(town.principal()), other.id(), file.id(), why)) {
            throw new AssertionError("not joined");
        }
        time.settle();
        return file;
    }

    /** From the threshold to one of the tasks of following it up. */
    private void toAbsenceTask(CaseFile file, String task) {
        if (task.equals("talk-absence")) {
            return;
        }
        done(file, "talk-absence");
        if (task.equals("plan-absence")) {
            return;
        }
        done(file, "plan-absence", "absenceMeasures[0].measureTo", "2026-12-03");
        if (task.equals("do-absence-measure")) {
            return;
        }
        if (task.equals("hand-over-absence")) {
            moved(town.pupil());
        }
        time.passTo("2026-12-07T08:00");
        if (task.equals("review-absence")) {
            done(file, "evaluate-absence", "result", "not-better");
        }
    }

    private CaseFile intervened() {
        CaseFile file = story.intervention(
                town, towns.reader(town.social()), Map.of("injured", "yes", "injury", "Et skrubbsår."));
        time.settle();
        return file;
    }

    private static final List<String> ORDINARY = List.of(
            "read-report",
            "first-contact",
            "immediate-measures",
            "hear-pupil",
            "decide-visibility",
            "inform-guardians",
            "investigate",
            "conclude",
            "notify-owner-late",
            "write-plan",
            "close-case");

    private void conclude(CaseFile file, String towards) {
        switch (towards) {
            case "notify-owner-late" -> done(file, "conclude", "seriousCriteria", "violence");
            case "write-plan" -> done(file, "conclude", "safe", "no", "plan", "yes");
            default -> done(file, "conclude");
        }
    }

    /** From a plan that is asked for to one of its tasks; the evaluation's day is the next. */
    private void toPlanTask(CaseFile file, String task) {
        switch (task) {
            case "approve-provisional-plan" -> done(file, "write-plan", "provisional", "yes");
            case "review-override" -> done(file, "write-plan", "evaluation", "");
            case "do-measure", "follow-up-measure" -> done(file, "write-plan", "planMeasures[0].planTo", today().toString());
            default -> done(file, "write-plan", "evaluation", "2026-11-24");
        }
        if (task.equals("hear-pupil-plan")) {
            return;
        }
        heard(file);
        switch (task) {
            case "approve-plan", "approve-provisional-plan" -> {}
            case "revise-plan" -> done(file, "approve-plan", "approved", "no", "changesNeeded", "Hvem?");
            case "review-override" -> done(file, "approve-plan", "approved", "override", "overrideReason", "Det haster.");
            default -> {
                done(file, "approve-plan");
                toTaskOfRunningPlan(file, task);
            }
        }
    }

    private void toTaskOfRunningPlan(CaseFile file, String task) {
        switch (task) {
            case "do-measure" -> {}
            case "follow-up-measure" -> done(file, "do-measure", "done", "no", "whyNot", "Glemt.");
            case "read-family-words" -> {
                families.write(
                        planOf(story.open(file, "do-measure")),
                        town.guardian(),
                        new Answers("plan-message", Map.of("message", "x")));
                time.settle();
            }
            case "review-plan" -> {
                for (String day : List.of("2026-11-24", "2026-11-25", "2026-11-26")) {
                    time.passTo(day + "T07:00");
                    evaluated(file, "safe", "no", "outcome", "revise");
                    if (!openTasks(file).contains("review-plan")) {
                        done(file, "revise-plan", "evaluation", today().plusDays(1).toString());
                        heard(file);
                        done(file, "approve-plan");
                    }
                }
            }
            default -> {
                if (task.equals("hand-over-plan")) {
                    moved(town.pupil());
                }
                time.passTo("2026-11-24T07:00");
                if (!task.equals("ask-pupil") && !task.equals("hand-over-plan")) {
                    done(file, "ask-pupil");
                }
                if (task.equals("evaluate-plan")) {
                    all(file, "guardian-evaluation");
                    all(file, "evaluate-measure");
                }
            }
        }
    }
}
