package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do late, twice or at the same time. */
abstract class PlanTroubleStories extends PlanStory {

    @Autowired
    DirectoryRegister register;

    private long secondGuardian() {
        long second = register.addPerson(
                "Andre", "Foresatt", "andre." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(second, town.pupil(), true, LocalDate.of(2020, 8, 1), null);
        return second;
    }

    @Test
    void both_guardians_are_asked_each_for_themselves_and_the_plan_waits_for_neither_past_the_deadline() {
        long second = secondGuardian();
        CaseFile file = planNeeded();
        mail.forget();
        done(file, "write-plan");
        assertThat(openTasks(file)).containsExactly("guardian-view", "guardian-view", "hear-pupil-plan");
        assertThat(subjects("andre." + town.tag() + "@town.example")).containsExactly("Skolen vil vite hva du mener");
        done(file, "hear-pupil-plan");
        TaskRow seconds = tasks.ofCase(file.id()).stream()
                .filter(task -> task.open() && task.taskKey().equals("guardian-view"))
                .filter(task -> whoIsAsked(task) == second)
                .findFirst()
                .orElseThrow();
        assertThat(byLink(town.guardian(), seconds, Map.of("view", "agree")))
                .as("one guardian does not answer for the other")
                .isInstanceOf(Outcome.NotAllowed.class);
        assertThat(byLink(second, seconds, Map.of("view", "disagree", "viewReason", "Det er for lite.")))
                .isInstanceOf(Outcome.Completed.class);
        time.passTo("2026-11-25T14:59");
        assertThat(openTasks(file)).containsExactly("guardian-view");
        time.passTo("2026-11-25T15:00");
        assertThat(openTasks(file)).containsExactly("approve-plan");
        plan(file).hasPassed("guardian-view-over");
        assertThat(view(file).newest().orElseThrow().content().guardians())
                .singleElement()
                .satisfies(said -> assertThat(said.reason()).isEqualTo("Det er for lite."));
    }

    @Test
    void a_guardian_who_answers_after_the_deadline_is_told_so_and_may_still_write() {
        CaseFile file = planNeeded();
        done(file, "write-plan");
        TaskRow asked = story.open(file, "guardian-view");
        done(file, "hear-pupil-plan");
        time.passTo("2026-11-25T15:00");
        assertThat(byLink(town.guardian(), asked, Map.of("view", "agree"))).isInstanceOf(Outcome.AlreadyEnded.class);
        families.write(view(file).id(), town.guardian(), new Answers("plan-message", Map.of("message", "Jeg er enig.")));
        time.settle();
        assertThat(openTasks(file)).containsExactly("approve-plan", "read-family-words");
    }

    @Test
    void an_evaluation_does_not_wait_for_guardians_past_their_deadline() {
        CaseFile file = running();
        time.passTo("2026-11-30T08:00");
        done(file, "ask-pupil");
        all(file, "evaluate-measure");
        assertThat(waitsFor(file)).containsExactly("guardian-evaluation");
        time.passTo("2026-12-02T15:00");
        assertThat(waitsFor(file)).containsExactly("evaluate-plan");
        plan(file).hasPassed("guardian-evaluation-over");
    }

    @Test
    void of_two_approvals_at_once_one_holds_and_the_other_is_told_who() throws Exception {
        CaseFile file = planNeeded();
        done(file, "write-plan");
        heard(file);
        TaskRow row = story.open(file, "approve-plan");
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Outcome>> sent = List.of(town.principal(), town.deputy()).stream()
                    .map(person -> both.submit(() -> {
                        start.await();
                        return sent(person, row);
                    }))
                    .toList();
            List<Outcome> outcomes = List.of(sent.get(0).get(), sent.get(1).get());
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Completed.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.AlreadyEnded.class);
        } finally {
            both.shutdownNow();
        }
        time.settle();
        assertThat(events(file, "plan-approved")).hasSize(1);
        assertThat(openTasks(file)).as("the measure began once").containsExactly("do-measure");
    }

    @Test
    void without_a_mail_server_the_plan_goes_on() {
        CaseFile file = planNeeded();
        mail.stop();
        try {
            done(file, "write-plan");
            heard(file);
            done(file, "approve-plan");
            plan(file).isWaitingAt("until-evaluation", "share-plan", "ask-guardians");
        } finally {
            mail.start();
        }
        time.pass(java.time.Duration.ofMinutes(6));
        assertThat(subjects(address("foresatt"))).contains("Planen er klar");
    }

    private long whoIsAsked(TaskRow task) {
        return jdbc.sql("select audience from task_audience where task_id = ?")
                .param(task.taskId())
                .query((row, n) -> Long.valueOf(row.getString(1).split(":")[1]))
                .single();
    }
}
