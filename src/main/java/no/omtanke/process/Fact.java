package no.omtanke.process;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed list of process variables: ids and routing values, never a name or a free word. Public because forms set facts and
 * tests compare the engine's tables with this list.
 */
public enum Fact {
    CASE_ID("caseId"),
    SCHOOL_ID("schoolId"),
    ACCUSED("accused"),
    SERIOUS("serious"),
    SCHOOL_HAS_LEADER("schoolHasLeader"),
    READER("reader"),
    TELL_OWNER("tellOwner"),
    UNFOUNDED("unfounded"),
    RESPONSIBLE("responsible"),
    INVESTIGATOR("investigator"),
    PUPIL("pupil"),
    PUPIL_ROLE("pupilRole"),
    HEARD("heard"),
    PUPIL_UNSAFE("pupilUnsafe"),
    INTERVENTION_COUNT("interventionCount"),
    REPEATED("repeated"),
    JOINED_CASE("joinedCase"),
    SAFE("safe"),
    PLAN_NEEDED("planNeeded"),
    PLAN_APPROVED("planApproved"),
    PROVISIONAL("provisional"),
    PLAN("plan"),
    PLAN_SOUND("planSound"),
    OVERRIDDEN("overridden"),
    GUARDIAN("guardian"),
    MEASURE("measure"),
    MEASURE_DONE("measureDone"),
    OUTCOME("outcome"),
    EVALUATION("evaluation"),
    REQUEST("request"),
    REVIEWED("reviewed"),
    ORDERED("ordered"),
    ORDER("order"),
    REOPENED("reopened"),
    INVOLVEMENT("involvement"),
    BODY("body"),
    CONSENTER("consenter"),
    BODY_ANSWER("bodyAnswer"),
    LINK_KIND("linkKind"),
    NOTICE_KIND("noticeKind"),
    AUDIENCE("audience"),
    DUTY("duty"),
    WATCHED("watched"),
    MISSED_TO("missedTo"),
    MISSED_AFTER("missedAfter"),
    MISSED_THEN("missedThen"),
    STATUTORY("statutory"),
    CAUSE("cause"),
    RUNG("rung"),
    WANTED("wanted"),
    ANSWER_TO("answerTo"),
    AGED("aged"),
    CLIMBED("climbed"),
    OWNER_FOLLOWS("ownerFollows"),
    PUPIL_STANDING("pupilStanding"),
    ABSENCE_MEASURE("absenceMeasure"),
    ALL_AGREE("allAgree"),
    WAITS_FOR_OWNER("waitsForOwner"),
    ACCUSED_UNHEARD("accusedUnheard"),
    DECISION("decision"),
    DECISION_TASK("decisionTask"),
    DECISION_PARTY("decisionParty"),
    HANDED_ON("handedOn"),
    APPEAL("appeal"),
    LATE("late"),
    LATE_TAKEN("lateTaken"),
    APPEAL_OUTCOME("appealOutcome"),
    SUPPORT_WAY("supportWay"),
    ASSESSED("assessed"),
    HELPS("helps"),
    RECOMMENDED("recommended"),
    SUPPORT_GRANTED("supportGranted"),
    DIRECT("direct"),
    PASS_ON("passOn"),
    CONFIRMED_BY("confirmedBy"),
    NOTICE_STANDS("noticeStands"),
    EXEMPTIBLE("exemptible"),
    FIRST_DAY("firstDay"),
    LAST_DAY("lastDay"),
    DAYS_ASKED("daysAsked"),
    DAYS_USED("daysUsed"),
    LEAVE_RIGHT("leaveRight"),
    LEAVE_CAP("leaveCap"),
    TEACHER_DAYS("teacherDays"),
    TEACHER_VIEW("teacherView"),
    GUARDIANS_AGREE("guardiansAgree"),
    AGREEMENT("agreement"),
    DECIDER("decider"),
    ;

    private final String variable;

    Fact(String variable) {
        this.variable = variable;
    }

    /** The name in models and decision tables. */
    public String variable() {
        return variable;
    }

    /** The fact of the variable's name, if it is on the list. */
    public static Optional<Fact> of(String variable) {
        return Arrays.stream(values()).filter(f -> f.variable.equals(variable)).findFirst();
    }
}
