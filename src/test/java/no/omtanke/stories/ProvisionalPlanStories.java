package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.TestTime;
import no.omtanke.casefile.CaseFile;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.plan.PlanVersion;
import org.junit.jupiter.api.Test;

/** A plan that holds at once, before the case is examined, and is approved within two working days. */
abstract class ProvisionalPlanStories extends PlanStory {

    private static final String[] DAILY = {"planMeasures[0].planOften", "daily", "provisional", "yes"};

    /** The first measures are not enough: a provisional plan is asked for. */
    private CaseFile asked() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "first-contact");
        done(file, "immediate-measures", "provisional", "yes");
        return file;
    }

    private void investigates(CaseFile file) {
        done(file, "hear-pupil");
        done(file, "decide-visibility");
        done(file, "inform-guardians");
        done(file, "investigate");
    }

    @Test
    void it_holds_from_its_draft_and_the_case_is_examined_meanwhile() {
        CaseFile file = asked();
        assertThat(openTasks(file)).containsExactly("hear-pupil", "write-plan");
        done(file, "write-plan", DAILY);
        plan(file).hasPassed("put-in-force").isWaitingAt("provisional-measures", "hear-pupil-plan");
        assertThat(view(file).inForce()).containsInstanceOf(PlanVersion.Provisional.class);
        assertThat(openTasks(file)).containsExactly("do-measure", "guardian-view", "hear-pupil", "hear-pupil-plan");
        heard(file);
        assertThat(story.open(file, "approve-provisional-plan").dueAt()).isEqualTo(TestTime.at("2026-11-25T15:00"));
        done(file, "do-measure");
        done(file, "approve-provisional-plan");
        plan(file).hasNotPassed("approve-plan").isWaitingAt("provisional-measures", "until-evaluation");
        assertThat(view(file).inForce()).containsInstanceOf(PlanVersion.Approved.class);
        assertThat(log(file)).as("measures that run go on").containsExactly(Result.DONE);
        time.passTo("2026-11-24T08:00");
        assertThat(openTasks(file).stream().filter("do-measure"::equals)).as("each measure runs once").hasSize(1);
        process(file).isWaitingAt("hear-pupil", "provisional-plan");
    }

    @Test
    void a_case_that_turns_out_safe_is_not_closed_while_the_plan_runs() {
        CaseFile file = asked();
        done(file, "write-plan", "provisional", "yes");
        heard(file);
        done(file, "approve-provisional-plan");
        investigates(file);
        done(file, "conclude");
        process(file).isWaitingAt("provisional-plan", "merge-plan").isNotWaitingAt("close-case");
        time.passTo("2026-11-30T07:00");
        evaluated(file);
        process(file).isWaitingAtExactly("close-case").hasNotPassed("activity-plan");
    }

    @Test
    void a_plan_that_ends_before_the_case_is_concluded_waits_for_the_conclusion_and_a_second_one_may_follow() {
        CaseFile file = asked();
        done(file, "write-plan", "provisional", "yes");
        heard(file);
        done(file, "approve-provisional-plan");
        time.passTo("2026-11-30T07:00");
        evaluated(file);
        process(file).isWaitingAt("hear-pupil", "merge-plan").isNotWaitingAt("close-case");
        investigates(file);
        done(file, "conclude", "safe", "unsure", "plan", "yes");
        process(file).isWaitingAt("activity-plan").isNotWaitingAt("close-case");
        assertThat(openTasks(file)).containsExactly("write-plan");
    }

    @Test
    void a_running_provisional_plan_is_the_plan_that_the_conclusion_asks_for() {
        CaseFile file = asked();
        done(file, "write-plan", "provisional", "yes");
        investigates(file);
        done(file, "conclude", "safe", "no", "plan", "yes");
        process(file).hasPassed("activity-plan#multiInstanceBody").isNotWaitingAt("activity-plan", "close-case");
        assertThat(waitsFor(file)).containsExactly("guardian-view", "hear-pupil-plan");
    }

    @Test
    void what_is_not_approved_holds_until_a_new_version_takes_its_place() {
        CaseFile file = asked();
        done(file, "write-plan", DAILY);
        heard(file);
        done(file, "approve-provisional-plan", "approved", "no", "changesNeeded", "Hvem tar over ved fravær?");
        assertThat(view(file).inForce().orElseThrow().number()).isEqualTo(1);
        assertThat(openTasks(file)).contains("do-measure", "revise-plan");
        done(file, "revise-plan", DAILY);
        assertThat(view(file).inForce().orElseThrow().number()).isEqualTo(2);
        assertThat(openTasks(file).stream().filter("do-measure"::equals))
                .as("the old measure is over, the new one has begun")
                .hasSize(1);
        heard(file);
        done(file, "approve-provisional-plan");
        assertThat(view(file).inForce()).containsInstanceOf(PlanVersion.Approved.class);
        nothingFailed(file);
    }

    @Test
    void the_writer_may_put_any_draft_in_force_at_once() {
        CaseFile file = planNeeded();
        done(file, "write-plan", DAILY);
        assertThat(view(file).inForce()).containsInstanceOf(PlanVersion.Provisional.class);
        heard(file);
        done(file, "approve-provisional-plan");
        time.passTo("2026-11-30T07:00");
        evaluated(file, "safe", "no", "outcome", "revise");
        done(file, "revise-plan", "planMeasures[0].planOften", "daily", "provisional", "");
        assertThat(view(file).inForce().orElseThrow().number())
                .as("once approved, a new version is provisional only when somebody says so")
                .isEqualTo(1);
    }
}
