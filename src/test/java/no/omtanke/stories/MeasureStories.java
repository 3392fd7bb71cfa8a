package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.omtanke.TestTime;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.Role;
import no.omtanke.plan.HandingOver;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A measure is somebody's task each day that it is done, and what becomes of it is in its log. */
abstract class MeasureStories extends PlanStory {

    @Autowired
    HandingOver handingOver;

    private CaseFile daily(String... more) {
        return running(Stream.concat(Stream.of("planMeasures[0].planOften", "daily"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void every_school_day_the_owner_says_whether_it_is_done() {
        CaseFile file = daily();
        TaskRow first = story.open(file, "do-measure");
        assertThat(first.assignee()).isEqualTo(town.teacher());
        assertThat(first.dueAt()).isEqualTo(TestTime.at("2026-11-23T15:00"));
        done(first);
        assertThat(openTasks(file)).isEmpty();
        time.passTo("2026-11-24T06:59");
        assertThat(openTasks(file)).isEmpty();
        time.passTo("2026-11-24T07:00");
        assertThat(refused(file, "do-measure", "done", "no")).anyMatch(p -> p.startsWith("whyNot"));
        done(file, "do-measure", "done", "no", "whyNot", "Læreren var syk.");
        assertThat(log(file)).containsExactly(Result.DONE, Result.NOT_DONE);
        time.passTo("2026-11-27T12:00");
        done(file, "do-measure");
        time.passTo("2026-11-29T12:00");
        assertThat(openTasks(file)).as("nobody works on a Sunday").doesNotContain("do-measure");
    }

    @Test
    void what_nobody_answers_is_in_the_log_the_next_morning() {
        CaseFile file = daily();
        time.passTo("2026-11-23T15:00");
        assertThat(events(file, "reminded")).as("before and at its deadline").hasSize(2);
        time.passTo("2026-11-24T07:00");
        assertThat(log(file)).containsExactly(Result.NO_ANSWER);
        assertThat(openTasks(file)).containsExactly("do-measure");
        assertThat(dayOf(story.open(file, "do-measure"))).isEqualTo(today());
    }

    @Test
    void not_done_twice_comes_to_the_leadership_who_gives_it_to_somebody_else() {
        CaseFile file = daily();
        done(file, "do-measure", "done", "no", "whyNot", "Glemt.");
        time.passTo("2026-11-24T07:00");
        assertThat(openTasks(file)).containsExactly("do-measure");
        time.passTo("2026-11-25T07:00");
        assertThat(openTasks(file)).containsExactly("do-measure", "follow-up-measure");
        assertThat(story.open(file, "follow-up-measure").assignee()).isEqualTo(town.principal());
        done(file, "follow-up-measure", "whatNow", "new-owner", "newOwner", String.valueOf(town.social()));
        done(file, "do-measure", "done", "no", "whyNot", "Rakk det ikke.");
        assertThat(openTasks(file)).as("asked once, not every day").isEmpty();
        time.passTo("2026-11-26T07:00");
        assertThat(story.open(file, "do-measure").assignee()).isEqualTo(town.social());
    }

    @Test
    void done_in_between_is_not_twice() {
        CaseFile file = daily();
        done(file, "do-measure", "done", "no", "whyNot", "Glemt.");
        time.passTo("2026-11-24T07:00");
        done(file, "do-measure");
        time.passTo("2026-11-25T07:00");
        done(file, "do-measure", "done", "no", "whyNot", "Glemt.");
        assertThat(openTasks(file)).isEmpty();
    }

    @Test
    void what_is_done_once_is_asked_for_until_its_last_day_and_then_it_is_over() {
        CaseFile file = running("planMeasures[0].planTo", "2026-11-25");
        assertThat(story.open(file, "do-measure").dueAt()).isEqualTo(TestTime.at("2026-11-25T15:00"));
        done(file, "do-measure");
        plan(file).hasPassed("measures-done").isWaitingAtExactly("until-evaluation");
    }

    @Test
    void what_is_done_once_and_was_not_is_followed_up_at_once() {
        CaseFile file = running("planMeasures[0].planTo", "2026-11-25");
        done(file, "do-measure", "done", "no", "whyNot", "Rommet var opptatt.");
        assertThat(openTasks(file)).containsExactly("follow-up-measure");
        done(file, "follow-up-measure");
        plan(file).isWaitingAtExactly("until-evaluation");
    }

    @Test
    void an_owner_who_leaves_is_followed_by_the_substitute() {
        CaseFile file = daily("planMeasures[0].planWho", String.valueOf(town.social()),
                "planMeasures[0].planSubstitute", String.valueOf(town.deputy()));
        assertThat(story.open(file, "do-measure").assignee()).isEqualTo(town.social());
        done(file, "do-measure");
        towns.leave(town.social(), Role.SOCIAL_TEACHER, town.school(), today());
        time.passTo("2026-11-24T07:00");
        assertThat(story.open(file, "do-measure").assignee()).isEqualTo(town.deputy());
    }

    @Test
    void the_leadership_hands_a_measure_over_and_the_open_task_goes_with_it() {
        CaseFile file = daily();
        assertThat(handingOver.give(towns.reader(town.principal()), measure(file).id(), town.social())).isTrue();
        assertThat(story.open(file, "do-measure").assignee()).isEqualTo(town.social());
        assertThat(handingOver.give(towns.reader(town.principal()), measure(file).id(), town.guardian()))
                .as("somebody who does not work at the school")
                .isFalse();
    }

    @Test
    void a_new_version_takes_over_from_the_old_measures() {
        CaseFile file = daily();
        time.passTo("2026-11-30T07:00");
        all(file, "follow-up-measure");
        evaluated(file, "safe", "no", "outcome", "revise");
        assertThat(openTasks(file)).as("the old version holds while the new one is written").contains("do-measure", "revise-plan");
        TaskRow old = story.open(file, "do-measure");
        done(file, "revise-plan", "planMeasures[0].planOften", "daily", "planMeasures[0].planWho", String.valueOf(town.social()));
        heard(file);
        done(file, "approve-plan");
        TaskRow taken = story.open(file, "do-measure");
        assertThat(taken.measure()).isNotEqualTo(old.measure());
        assertThat(taken.assignee()).isEqualTo(town.social());
        assertThat(openTasks(file).stream().filter("do-measure"::equals)).hasSize(1);
        nothingFailed(file);
    }
}
