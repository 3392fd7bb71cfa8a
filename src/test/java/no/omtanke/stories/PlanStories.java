package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.casefile.CaseFile;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;

/** A plan is owed when the pupil does not feel safe; their word is enough. */
abstract class PlanStories extends ProcessStory {

    @Test
    void a_pupil_who_says_unsafe_gets_a_plan_whatever_the_school_thinks() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "first-contact");
        done(file, "immediate-measures");
        done(file, "hear-pupil", "safeNow", "2");
        done(file, "inform-guardians");
        done(file, "investigate");
        assertThat(refused(file, "conclude", "safe", "yes", "plan", "no"))
                .containsExactly("plan: Eleven må få en plan. Det er utrygt eller uavklart, eller eleven har selv sagt"
                        + " at det er utrygt.");
        process(file).isWaitingAtExactly("conclude");
        done(file, "conclude", "safe", "yes", "plan", "yes");
        process(file).isWaitingAtExactly("activity-plan");
        assertThat(openTasks(file)).containsExactly("write-plan");
    }

    @Test
    void unsafe_or_unsure_without_a_plan_is_refused() {
        CaseFile file = investigated();
        assertThat(refused(file, "conclude", "safe", "no", "plan", "no")).anyMatch(p -> p.startsWith("plan"));
        assertThat(refused(file, "conclude", "safe", "unsure", "plan", "no")).anyMatch(p -> p.startsWith("plan"));
    }

    @Test
    void a_plan_is_sent_back_approved_evaluated_not_enough_evaluated_again_and_ended() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");

        done(file, "write-plan", "evaluation", "2026-12-01");
        assertThat(openTasks(file)).containsExactly("approve-plan");
        assertThat(story.open(file, "approve-plan").assignee()).isEqualTo(town.principal());
        done(file, "approve-plan", "approved", "no", "changesNeeded", "Hvem følger med?");
        plan(file).isWaitingAt("write-plan");
        done(file, "write-plan", "evaluation", "2026-12-01");
        done(file, "approve-plan");
        plan(file).isWaitingAtExactly("until-evaluation");
        assertThat(openTasks(file)).isEmpty();

        time.passTo("2026-11-30T23:00");
        assertThat(openTasks(file)).isEmpty();
        time.passTo("2026-12-01T08:00");
        assertThat(openTasks(file)).containsExactly("evaluate-plan");
        assertThat(refused(file, "evaluate-plan", "pupilSafe", "1", "safe", "yes"))
                .as("the pupil says otherwise")
                .anyMatch(p -> p.startsWith("safe"));
        done(file, "evaluate-plan", "pupilSafe", "2", "safe", "no");

        plan(file).isWaitingAt("write-plan");
        done(file, "write-plan", "evaluation", "2026-12-08");
        done(file, "approve-plan");
        time.passTo("2026-12-08T09:00");
        done(file, "evaluate-plan");
        process(file).isWaitingAtExactly("close-case");
        done(file, "close-case");
        process(file).isEnded().hasPassed("activity-plan");
    }

    @Test
    void a_plan_that_is_revised_gets_a_deadline_that_lies_ahead() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");
        done(file, "write-plan", "evaluation", "2026-12-10");
        done(file, "approve-plan");
        time.passTo("2026-12-10T09:00");
        done(file, "evaluate-plan", "pupilSafe", "2", "safe", "no");
        TaskRow revise = story.open(file, "write-plan");
        assertThat(revise.dueAt()).isAfter(time.now());
    }

    private org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert plan(CaseFile file) {
        return ProcessEngineTests.assertThat(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .processDefinitionKey("activity-plan")
                .singleResult());
    }
}
