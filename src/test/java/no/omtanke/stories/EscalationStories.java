package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.omtanke.casefile.CaseFile;
import no.omtanke.escalation.Escalations;
import no.omtanke.form.Answers;
import no.omtanke.process.Unattended;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a case is lifted, what is added to a ladder that runs, and when it ends. */
abstract class EscalationStories extends LadderStory {

    @Autowired
    Unattended unattended;

    @Autowired
    Escalations escalations;

    // --- pressing

    @Test
    void a_second_press_adds_its_words_and_never_begins_a_second_ladder() {
        CaseFile file = reported();
        press(file, "owner");
        mail.forget();
        press(file, "owner");
        assertThat(running(file)).isEqualTo(1);
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(why(file)).containsExactly("family", "family");
        assertThat(ladders(file)).hasSize(1);
        assertThat(subjects(address("kommunalsjef"))).containsExactly("Det har kommet mer i en sak som er løftet");
    }

    @Test
    void two_causes_in_the_same_moment_begin_one_ladder() throws Exception {
        CaseFile file = reported();
        String id = file.id().toString();
        var family = CompletableFuture.runAsync(() -> escalations.byFamily(id));
        var age = CompletableFuture.runAsync(() -> escalations.old(id));
        CompletableFuture.allOf(family, age).get(30, TimeUnit.SECONDS);
        time.settle();
        assertThat(running(file)).isEqualTo(1);
        assertThat(why(file)).containsExactlyInAnyOrder("family", "age");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
    }

    @Test
    void whoever_is_worried_about_another_s_child_is_answered_and_told_nothing_of_the_case() {
        Map<String, String> said = new HashMap<>(Map.of(
                "school", "" + town.school(), "aboutEmployee", "none", "relation", "relative", "whatHappened", "x",
                "safeTomorrow", "yes", "childName", "Elev", "reporterName", "Nabo", "email", "nabo@hjemme.example"));
        CaseFile file = story.report(town, "report-third-party", "third-party", said, null);
        time.settle();
        time.passTo("2026-11-25T15:00");
        assertThat(why(file)).containsExactly("read-report");
        press(file, "any");
        assertThat(onTheLadder(file)).containsExactly("answer-escalation");
        mail.forget();
        time.passTo("2026-12-01T15:00");
        assertThat(mail.all().stream().filter(m -> m.subject().equals("Slik kan du gå videre"))).isEmpty();
        done(file, "answer-family");
        assertThat(door.read(file.id()).orElseThrow().answers()).hasSize(1);
    }

    @Test
    void pressing_again_after_an_answer_brings_it_to_the_next_rung() {
        CaseFile file = investigated();
        press(file, "principal");
        done(file, "answer-escalation");
        press(file, "any");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
        done(file, "answer-family", "ownerFollows", "owner");
        mail.forget();
        press(file, "any");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner", "statsforvalter");
        assertThat(subjects(reporter())).containsExactly("Slik kan du gå videre");
        assertThat(onTheLadder(file)).as("the owner still has it").containsExactly("answer-family");
    }

    @Test
    void a_family_that_asks_for_the_owner_while_the_school_has_it_gets_the_owner_at_once() {
        CaseFile file = investigated();
        press(file, "principal");
        press(file, "owner");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(running(file)).isEqualTo(1);
    }

    @Test
    void a_new_press_long_after_the_end_begins_a_new_ladder() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");
        press(file, "principal");
        done(file, "answer-escalation");
        done(file, "write-plan");
        heard(file);
        done(file, "approve-plan");
        time.passTo("2026-11-30T15:00");
        ends(file);
        press(file, "principal");
        assertThat(ladders(file)).hasSize(2);
        assertThat(onTheLadder(file)).containsExactly("answer-escalation");
    }

    @Test
    void the_case_closes_while_it_is_lifted_and_the_family_is_still_answered() {
        CaseFile file = investigated();
        press(file, "owner");
        done(file, "conclude");
        done(file, "close-case");
        assertThat(story.now(file).open()).isFalse();
        assertThat(openTasks(file)).containsExactly("answer-family");
        assertThat(events(file, "closed")).hasSize(1);
    }

    @Test
    void what_the_family_says_of_the_principal_counts_from_the_first_day_of_all() {
        CaseFile file = reported();
        assertThat(story.now(file).principalKnew()).as("it lies with the principal").isEqualTo("2026-11-23");
        door.notHeard(file.id(), told("2026-11-16"));
        assertThat(story.now(file).principalKnew()).isEqualTo("2026-11-16");
        door.notHeard(file.id(), told("2026-11-20"));
        door.notHeard(file.id(), told("2027-01-01"));
        done(file, "read-report");
        assertThat(story.now(file).principalKnew()).isEqualTo("2026-11-16");
        assertThat(door.read(file.id()).orElseThrow().promise().statsforvalterFrom()).isEqualTo("2026-11-23");
    }

    @Test
    void a_report_about_a_leader_was_not_raised_with_the_principal() {
        assertThat(story.now(reported("aboutEmployee", "leader")).principalKnew()).isNull();
    }

    private static Answers told(String day) {
        return new Answers("not-heard", new HashMap<>(Map.of("missing", "no-call", "principalTold", day)));
    }

    // --- missed duties

    @Test
    void three_missed_steps_are_one_ladder_whose_grounds_list_all_three() {
        CaseFile file = reported();
        done(file, "read-report");
        mail.forget();
        time.passTo("2026-11-25T15:00");
        assertThat(running(file)).isEqualTo(1);
        assertThat(why(file)).containsExactlyInAnyOrder("first-contact", "immediate-measures", "hear-pupil");
        assertThat(onTheLadder(file)).containsExactly("answer-escalation");
        assertThat(subjects(address("rektor"))).as("the level was told of each task").doesNotContain("En sak er løftet til deg");
        process(file).isWaitingAt("first-contact", "immediate-measures", "hear-pupil");
    }

    @Test
    void the_thing_itself_done_ends_it_and_nobody_has_to_answer_for_it_any_more() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "hear-pupil");
        time.passTo("2026-11-24T15:00");
        assertThat(why(file)).containsExactlyInAnyOrder("first-contact", "immediate-measures");
        done(file, "first-contact");
        assertThat(onTheLadder(file)).containsExactly("answer-escalation");
        done(file, "immediate-measures");
        ends(file);
    }

    @Test
    void at_the_owner_the_thing_done_ends_it_too() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "hear-pupil");
        done(file, "immediate-measures");
        time.passTo("2026-11-26T15:00");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        done(file, "first-contact");
        ends(file);
    }

    @Test
    void an_answer_without_a_deed_brings_it_to_the_next_rung_on_the_promised_day() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "hear-pupil");
        done(file, "immediate-measures");
        time.passTo("2026-11-24T15:00");
        done(file, "answer-escalation", "doneBy", "2026-11-27");
        assertThat(onTheLadder(file)).isEmpty();
        time.passTo("2026-11-27T14:59");
        assertThat(rungs(file)).containsExactly("leadership");
        time.passTo("2026-11-27T15:00");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
        done(file, "answer-family", "ownerFollows", "owner");
        done(file, "first-contact");
        ends(file);
    }

    @Test
    void nobody_can_promise_the_thing_away() {
        CaseFile file = investigated();
        press(file, "principal");
        done(file, "answer-escalation", "doneBy", LocalDate.of(2028, 1, 3).toString());
        done(file, "conclude");
        done(file, "close-case");
        time.passTo("2026-12-21T15:00");
        ends(file);
    }

    @Test
    void a_duty_that_no_law_gives_is_reminded_of_and_lifts_no_case() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "first-contact");
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        time.passTo("2026-11-24T15:00");
        assertThat(events(file, "deadline-missed")).isNotEmpty();
        assertThat(ladders(file)).isEmpty();
    }

    @Test
    void an_unread_report_is_lifted_when_the_deputy_is_told() {
        CaseFile file = reported();
        time.passTo("2026-11-24T15:00");
        assertThat(ladders(file)).as("a reminder lifts nothing").isEmpty();
        time.passTo("2026-11-25T15:00");
        assertThat(why(file)).containsExactly("read-report");
        assertThat(rungs(file)).containsExactly("leadership");
        time.passTo("2026-11-27T15:00");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
    }

    @Test
    void words_that_come_to_a_missed_duty_are_answered_though_the_duty_is_done() {
        CaseFile file = reported();
        done(file, "read-report");
        done(file, "hear-pupil");
        done(file, "immediate-measures");
        time.passTo("2026-11-24T15:00");
        press(file, "principal");
        done(file, "first-contact");
        assertThat(onTheLadder(file)).containsExactly("answer-escalation");
        assertThat(why(file)).containsExactly("first-contact", "family");
    }

    @Test
    void a_case_that_everybody_forgets_always_has_a_day_and_somebody_who_can_act() {
        CaseFile file = reported();
        for (String day : new String[] {"2026-11-24", "2026-12-01", "2027-01-08", "2027-03-01"}) {
            time.passTo(day + "T16:00");
            assertThat(unattended.now().stream().filter(f -> f.caseId().equals(file.id()))).as(day).isEmpty();
        }
        towns.shutOut(town.principal());
        towns.shutOut(town.deputy());
        towns.shutOut(town.owner());
        assertThat(unattended.now().stream().filter(f -> f.caseId().equals(file.id())).map(Unattended.Finding::task))
                .as("nobody can sign in")
                .contains("read-report", "answer-family");
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.getRuntimeService().deleteProcessInstance(p.getId(), "a repair that went wrong", false, true));
        assertThat(unattended.now()).contains(new Unattended.Finding(file.id(), null));
    }

    // --- age

    @Test
    void an_old_case_that_the_owner_has_already_is_no_second_task() {
        CaseFile file = reported();
        press(file, "owner");
        time.passTo("2027-01-06T14:59");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        mail.forget();
        time.passTo("2027-01-06T15:00");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(why(file)).contains("age");
        assertThat(running(file)).isEqualTo(1);
        assertThat(subjects(address("kommunalsjef"))).contains("Det har kommet mer i en sak som er løftet");
    }

    @Test
    void a_case_in_which_everything_is_done_in_time_is_the_owner_s_to_look_at_when_it_is_old() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");
        done(file, "write-plan");
        heard(file);
        done(file, "approve-plan");
        for (String day : new String[] {"2026-11-30", "2026-12-14"}) {
            time.passTo(day + "T08:00");
            all(file, "do-measure");
            evaluated(file, "safe", "unsure", "outcome", "continue", "nextEvaluation", day.equals("2026-11-30") ? "2026-12-14" : "2027-01-11");
        }
        assertThat(ladders(file)).isEmpty();
        mail.forget();
        time.passTo("2027-01-06T15:00");
        assertThat(why(file)).containsExactly("age");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En sak har vart lenge");
        assertThat(refused(file, "answer-family", "whyLong", "")).anyMatch(p -> p.startsWith("whyLong"));
        done(file, "answer-family", "ownerFollows", "owner");
        time.passTo("2027-01-11T08:00");
        evaluated(file);
        ends(file);
    }

    @Test
    void a_serious_case_is_old_after_half_the_time() {
        CaseFile file = reported("safeTomorrow", "no");
        press(file, "owner");
        time.passTo("2026-12-14T15:00");
        assertThat(why(file)).contains("age");
    }

    // --- staff

    @Test
    void an_employee_in_the_case_lifts_it_and_says_to_whom() {
        CaseFile file = reported();
        done(file, "read-report");
        assertThat(lifted(town.teacher(), file, "owner")).isTrue();
        assertThat(rungs(file)).containsExactly("school-owner");
        assertThat(why(file)).containsExactly("staff");
        CaseFile next = reported();
        done(next, "read-report");
        assertThat(lifted(town.teacher(), next, "next")).isTrue();
        assertThat(rungs(next)).containsExactly("leadership");
    }

    @Test
    void whoever_has_no_part_in_the_case_lifts_nothing_and_nobody_a_closed_one() {
        CaseFile file = investigated();
        assertThat(lifted(town.other(), file, "owner")).isFalse();
        assertThat(lifted(town.auditor(), file, "owner")).isFalse();
        done(file, "conclude");
        done(file, "close-case");
        assertThat(lifted(town.principal(), file, "owner")).isFalse();
        assertThat(ladders(file)).isEmpty();
    }

    @Test
    void where_nobody_of_the_family_reported_the_school_says_how_it_told_them() {
        Map<String, String> said = new HashMap<>(Map.of(
                "school", "" + town.school(), "aboutEmployee", "none", "pupil", "" + town.pupil(), "knowHow", "saw",
                "whatHappened", "x", "whenHappenedAt", today() + "T09:00", "steppedIn", "yes", "urgent", "no"));
        said.putAll(Map.of("steppedInHow", "x", "behalfOf", "self"));
        CaseFile file = story.report(town, "report-staff", "staff", said, towns.reader(town.teacher()));
        time.settle();
        done(file, "read-report");
        lifted(town.teacher(), file, "leadership");
        assertThat(refused(file, "answer-escalation", "toldHow", "")).anyMatch(p -> p.startsWith("toldHow"));
        mail.forget();
        done(file, "answer-escalation");
        assertThat(mail.all().stream().map(m -> m.subject())).doesNotContain("Du har fått svar");
    }
}
