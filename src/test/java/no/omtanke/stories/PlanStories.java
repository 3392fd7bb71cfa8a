package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.omtanke.TestTime;
import no.omtanke.casefile.CaseFile;
import no.omtanke.plan.PlanVersion;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** A plan is owed when the pupil does not feel safe; their word is enough. From the draft to the plan that holds. */
abstract class PlanStories extends PlanStory {

    @Test
    void a_pupil_who_says_unsafe_gets_a_plan_whatever_the_school_thinks() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "first-contact");
        done(file, "immediate-measures");
        done(file, "hear-pupil", "safeNow", "2");
        done(file, "decide-visibility");
        done(file, "inform-guardians");
        done(file, "investigate");
        assertThat(refused(file, "conclude", "safe", "yes", "plan", "no"))
                .containsExactly("plan: Eleven må få en plan. Det er utrygt eller uavklart, eller eleven har selv sagt"
                        + " at det er utrygt.");
        process(file).isWaitingAtExactly("conclude");
        done(file, "conclude", "safe", "yes", "plan", "yes");
        process(file).isWaitingAt("activity-plan");
        assertThat(openTasks(file)).containsExactly("write-plan");
    }

    @Test
    void unsafe_or_unsure_without_a_plan_is_refused() {
        CaseFile file = investigated();
        assertThat(refused(file, "conclude", "safe", "no", "plan", "no")).anyMatch(p -> p.startsWith("plan"));
        assertThat(refused(file, "conclude", "safe", "unsure", "plan", "no")).anyMatch(p -> p.startsWith("plan"));
    }

    @Test
    void from_the_draft_to_a_pupil_who_is_safe() {
        CaseFile file = planNeeded();
        mail.forget();
        done(file, "write-plan");
        assertThat(openTasks(file)).containsExactly("guardian-view", "hear-pupil-plan");
        assertThat(story.open(file, "hear-pupil-plan").assignee()).isEqualTo(town.teacher());
        assertThat(subjects(address("foresatt"))).containsExactly("Skolen vil vite hva du mener");
        heard(file);
        assertThat(openTasks(file)).containsExactly("approve-plan");
        assertThat(story.open(file, "approve-plan").assignee()).isEqualTo(town.principal());
        assertThat(findings(file)).isEmpty();
        done(file, "approve-plan");
        plan(file)
                .isWaitingAt("until-evaluation", "run-measures")
                .hasPassed("write-document", "share-plan", "nothing-overridden")
                .hasNotPassed("put-in-force", "review-override");
        assertThat(subjects(address("foresatt"))).contains("Planen er klar");

        time.passTo("2026-11-30T06:59");
        assertThat(waitsFor(file)).isEmpty();
        time.passTo("2026-11-30T07:00");
        assertThat(waitsFor(file)).containsExactly("ask-pupil");
        evaluated(file);
        plan(file).isEnded().hasPassedInOrder("write-plan", "approve-plan", "approve", "evaluate-plan", "end-plan");
        process(file).isWaitingAtExactly("close-case");
        assertThat(openTasks(file)).as("measures end with the plan").containsExactly("close-case");
        done(file, "close-case");
        process(file).isEnded().hasPassed("activity-plan").hasNotPassed("provisional-plan");
        assertThat(view(file).endedAt()).isNotNull();
    }

    @Test
    void a_plan_that_is_sent_back_comes_again_as_a_new_version_with_a_deadline_that_lies_ahead() {
        CaseFile file = planNeeded();
        done(file, "write-plan");
        heard(file);
        assertThat(refused(file, "approve-plan", "approved", "no")).anyMatch(p -> p.startsWith("changesNeeded"));
        done(file, "approve-plan", "approved", "no", "changesNeeded", "Hvem følger med?");
        plan(file).isWaitingAtExactly("revise-plan").hasNotPassed("approve");
        TaskRow revise = story.open(file, "revise-plan");
        assertThat(revise.formId()).isEqualTo("write-plan");
        assertThat(revise.assignee()).isEqualTo(town.teacher());
        assertThat(revise.dueAt()).isEqualTo(TestTime.at("2026-11-25T15:00"));
        done(revise);
        assertThat(openTasks(file)).containsExactly("guardian-view", "hear-pupil-plan");
        heard(file);
        done(file, "approve-plan");
        assertThat(view(file).versions()).hasSize(2);
        assertThat(view(file).versions().get(0)).isInstanceOf(PlanVersion.Approved.class);
        assertThat(view(file).versions().get(1)).isInstanceOf(PlanVersion.Replaced.class);
    }

    @Test
    void a_plan_with_something_missing_is_approved_with_a_reason_or_not_at_all() {
        CaseFile file = planNeeded();
        done(file, "write-plan", "planMeasures[0].planWho", "", "planMeasures[0].planTarget", "pupil", "evaluation", "");
        heard(file);
        assertThat(findings(file)).contains("no-owner", "only-about-the-pupil", "no-evaluation");
        assertThat(refused(file, "approve-plan"))
                .containsExactly("approved: Planen kan ikke godkjennes ennå. Se hva som mangler, eller godkjenn med en grunn.");
        assertThat(refused(file, "approve-plan", "approved", "override")).anyMatch(p -> p.startsWith("overrideReason"));
        done(file, "approve-plan", "approved", "override", "overrideReason", "Det haster, resten kommer i morgen.");
        plan(file).isWaitingAt("review-override", "until-evaluation");
        assertThat(story.now(file).escalated()).isTrue();
        assertThat(sees(town.owner(), file)).containsExactly("review-override");
        assertThat(sees(town.principal(), file)).doesNotContain("review-override");
        done(file, "review-override", "ownerView", "change", "ownerWords", "Sett en ansvarlig.");
        plan(file).hasPassed("override-reviewed").isWaitingAt("until-evaluation");
        assertThat(((PlanVersion.Approved) view(file).newest().orElseThrow()).approval().overrideReason())
                .startsWith("Det haster");
        time.passTo("2026-11-30T07:00");
        assertThat(waitsFor(file)).as("no day was chosen: the municipality's last one").contains("ask-pupil");
    }

    @Test
    void a_pupil_who_was_not_heard_needs_a_reason() {
        CaseFile file = planNeeded();
        done(file, "write-plan");
        assertThat(refused(file, "hear-pupil-plan", "heard", "no")).anyMatch(p -> p.startsWith("notHeardReason"));
        done(file, "hear-pupil-plan", "heard", "no", "notHeardReason", "Eleven er syk. Vi spør på mandag.");
        all(file, "guardian-view");
        assertThat(findings(file)).isEmpty();
    }

    @Test
    void each_affected_pupil_has_a_plan_of_their_own() {
        CaseFile file = reported();
        done(file, "read-report", "otherPupils[0].otherPupil", String.valueOf(town.other()),
                "otherPupils[0].otherRole", "affected");
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude", "safe", "no", "plan", "yes");
        assertThat(openTasks(file)).containsExactly("write-plan", "write-plan");
        List<TaskRow> both = tasks.ofCase(file.id()).stream().filter(TaskRow::open).toList();
        assertThat(both).extracting(TaskRow::pupil).doesNotContainNull().doesNotHaveDuplicates();
        done(both.get(0));
        assertThat(openTasks(file)).contains("hear-pupil-plan", "write-plan");
        assertThat(story.open(file, "hear-pupil-plan").pupil()).isEqualTo(both.get(0).pupil());
    }

    @Test
    void more_measures_than_anybody_can_keep_are_found_and_more_than_a_form_can_hold_are_refused() {
        CaseFile file = planNeeded();
        assertThat(refused(file, "write-plan", measures(60))).anyMatch(p -> p.startsWith("planMeasures"));
        done(file, "write-plan", measures(13));
        heard(file);
        assertThat(findings(file)).contains("too-many");
    }

    private static String[] measures(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "planMeasures[" + i + "].")
                .flatMap(item -> Stream.of(
                        item + "planWhat", "Læreren deler inn grupper før storefri og blir med ut.",
                        item + "planTarget", "group",
                        item + "planOften", "daily"))
                .toArray(String[]::new);
    }
}
