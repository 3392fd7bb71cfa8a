package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.plan.Evaluation;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** Does it help? The pupil first, then the guardians and those who did it, then the leadership. */
abstract class EvaluationStories extends PlanStory {

    private CaseFile evaluating() {
        CaseFile file = running();
        time.passTo("2026-11-30T08:00");
        return file;
    }

    @Test
    void the_pupil_is_asked_first_then_the_others_and_then_the_leadership() {
        CaseFile file = evaluating();
        assertThat(waitsFor(file)).containsExactly("ask-pupil");
        assertThat(story.open(file, "ask-pupil").assignee()).isEqualTo(town.teacher());
        assertThat(subjects(address("elev"))).contains("Hvordan har du det på skolen nå?");
        done(file, "ask-pupil");
        assertThat(waitsFor(file)).containsExactly("evaluate-measure", "guardian-evaluation");
        assertThat(story.open(file, "evaluate-measure").assignee()).isEqualTo(town.teacher());
        assertThat(subjects(address("foresatt"))).contains("Hvordan går det?");
        all(file, "evaluate-measure");
        all(file, "guardian-evaluation");
        assertThat(waitsFor(file)).containsExactly("evaluate-plan");
        assertThat(story.open(file, "evaluate-plan").assignee()).isEqualTo(town.principal());
        done(file, "evaluate-plan");
        Evaluation kept = view(file).evaluations().get(0);
        assertThat(kept.safe()).isEqualTo("yes");
        assertThat(kept.outcome()).isEqualTo("end");
        assertThat(events(file, "plan-evaluated")).hasSize(1);
        process(file).isWaitingAtExactly("close-case");
    }

    @Test
    void the_pupil_may_answer_alone_through_a_link() {
        CaseFile file = evaluating();
        TaskRow ask = story.open(file, "ask-pupil");
        assertThat(byLink(town.guardian(), story.open(file, "ask-pupil"), Map.of("pupilSafe", "5")))
                .as("no guardian answers for the pupil")
                .isInstanceOf(Outcome.NotAllowed.class);
        assertThat(byLink(town.pupil(), ask, Map.of("pupilSafe", "2", "whatMissing", "At noen ser det.")))
                .isInstanceOf(Outcome.Completed.class);
        time.settle();
        assertThat(waitsFor(file)).containsExactly("evaluate-measure", "guardian-evaluation");
    }

    @Test
    void a_pupil_who_is_unsafe_or_was_not_asked_is_not_called_safe() {
        CaseFile file = evaluating();
        assertThat(refused(file, "ask-pupil", "asked", "no")).anyMatch(p -> p.startsWith("notAskedReason"));
        done(file, "ask-pupil", "asked", "no", "notAskedReason", "Eleven ville ikke svare i dag.");
        all(file, "guardian-evaluation");
        all(file, "evaluate-measure");
        assertThat(refused(file, "evaluate-plan")).anyMatch(p -> p.startsWith("safe"));
        assertThat(refused(file, "evaluate-plan", "safe", "unsure")).anyMatch(p -> p.startsWith("outcome"));
        assertThat(refused(file, "evaluate-plan", "safe", "no", "outcome", "continue", "nextEvaluation", "2026-12-07"))
                .anyMatch(p -> p.startsWith("outcome"));
        done(file, "evaluate-plan", "safe", "no", "outcome", "revise");
        plan(file).isWaitingAt("revise-plan").hasNotPassed("review-plan");
    }

    @Test
    void a_plan_that_helps_goes_on_until_the_day_that_the_leadership_chose_within_the_limit() {
        CaseFile file = evaluating();
        done(file, "ask-pupil");
        all(file, "guardian-evaluation");
        all(file, "evaluate-measure");
        assertThat(refused(file, "evaluate-plan", "outcome", "continue", "nextEvaluation", "2026-12-15"))
                .containsExactly("nextEvaluation: Velg en tidligere dag. Kommunens frist for neste evaluering er før dette.");
        assertThat(refused(file, "evaluate-plan", "outcome", "continue", "nextEvaluation", "2026-11-27"))
                .anyMatch(p -> p.startsWith("nextEvaluation"));
        done(file, "evaluate-plan", "outcome", "continue", "nextEvaluation", "2026-12-14");
        plan(file).isWaitingAt("until-evaluation").hasNotPassed("end-plan", "revise-plan");
        time.passTo("2026-12-13T23:00");
        assertThat(waitsFor(file)).isEmpty();
        time.passTo("2026-12-14T07:00");
        assertThat(waitsFor(file)).containsExactly("ask-pupil");
        evaluated(file);
        assertThat(view(file).evaluations()).hasSize(2);
        assertThat(view(file).versions()).hasSize(1);
    }

    @Test
    void the_third_time_the_owner_looks_while_the_school_goes_on() {
        CaseFile file = running("evaluation", "2026-11-24");
        for (String day : List.of("2026-11-24", "2026-11-25")) {
            time.passTo(day + "T07:30");
            revised(file, LocalDate.parse(day).plusDays(1));
        }
        time.passTo("2026-11-26T07:30");
        evaluated(file, "safe", "no", "outcome", "revise");
        assertThat(openTasks(file)).contains("review-plan", "revise-plan");
        assertThat(sees(town.owner(), file)).contains("review-plan");
        done(file, "review-plan");
        plan(file).isWaitingAt("revise-plan").hasPassed("plan-reviewed");
        assertThat(view(file).versions()).hasSize(3);
    }

    private void revised(CaseFile file, LocalDate next) {
        evaluated(file, "safe", "no", "outcome", "revise");
        assertThat(openTasks(file)).contains("revise-plan").doesNotContain("review-plan");
        done(file, "revise-plan", "evaluation", next.toString());
        heard(file);
        done(file, "approve-plan");
    }

    @Test
    void a_pupil_who_has_moved_is_handed_over_and_the_plan_ends_here() {
        CaseFile file = running();
        moved(town.pupil());
        time.passTo("2026-11-30T07:00");
        assertThat(waitsFor(file)).containsExactly("hand-over-plan");
        plan(file).isWaitingAt("hand-over-plan");
        assertThat(story.open(file, "hand-over-plan").assignee()).isEqualTo(town.principal());
        done(file, "hand-over-plan");
        plan(file).isEnded().hasPassed("end-moved-plan").hasNotPassed("begin-evaluation");
        assertThat(openTasks(file)).containsExactly("close-case");
    }

    @Test
    void what_the_family_writes_besides_is_read() {
        CaseFile file = running();
        families.write(view(file).id(), town.guardian(), new Answers("plan-message", Map.of("message", "Det skjer igjen.")));
        time.settle();
        assertThat(waitsFor(file)).containsExactly("read-family-words");
        assertThat(story.open(file, "read-family-words").assignee()).isEqualTo(town.teacher());
        done(file, "read-family-words");
        plan(file).hasPassed("family-read").isWaitingAt("until-evaluation");
    }
}
