package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** Nobody or a pupil is said to have done something: the school has the case itself. */
abstract class PupilAccusedStories extends ProcessStory {

    @Test
    void from_the_report_to_a_closed_case_when_the_pupil_is_safe() {
        CaseFile file = reported();
        process(file).isWaitingAtExactly("read-report").hasPassed("report-received", "send-receipt", "tell-reader");
        assertThat(subjects(reporter())).containsExactly("Vi har fått meldingen din");
        assertThat(subjects(address("rektor"))).containsExactly("En ny melding venter på å bli lest");

        done(file, "read-report");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil").hasNotPassed("notify-owner");
        assertThat(story.open(file, "first-contact").assignee()).isEqualTo(town.teacher());
        assertThat(story.open(file, "hear-pupil").assignee()).isEqualTo(town.teacher());

        schoolActs(file);
        process(file).isWaitingAtExactly("investigate");
        assertThat(story.open(file, "investigate").assignee()).isEqualTo(town.social());
        done(file, "investigate");
        done(file, "conclude");
        process(file).isWaitingAtExactly("close-case").hasNotPassed("activity-plan");
        done(file, "close-case");

        process(file).isEnded().hasPassedInOrder("read-report", "investigate", "conclude", "close-case", "close");
        assertThat(story.now(file).open()).isFalse();
        assertThat(subjects(reporter())).containsExactly("Vi har fått meldingen din", "Saken du meldte, er avsluttet");
        assertThat(mail.to(address("kommunalsjef"))).as("a case the school handles well").isEmpty();
    }

    @Test
    void nobody_accused_goes_the_same_way() {
        CaseFile file = reported("aboutEmployee", "unknown");
        done(file, "read-report", "accused", "none");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil").hasNotPassed("notify-owner");
    }

    @Test
    void a_serious_case_is_told_to_the_owner_before_anything_else_and_the_school_investigates() {
        CaseFile file = reported("safeTomorrow", "no");
        assertThat(story.open(file, "read-report").dueAt()).isEqualTo(no.omtanke.TestTime.at("2026-11-23T15:00"));
        done(file, "read-report", "seriousCriteria", "violence");
        process(file).isWaitingAtExactly("notify-owner");
        done(file, "notify-owner");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil")
                .hasPassed("tell-owner")
                .hasNotPassed("appoint-investigator");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En skole har meldt fra til skoleeier");
        assertThat(events(file, "owner-told")).hasSize(1);
    }

    @Test
    void the_leadership_finds_that_a_report_was_not_serious() {
        CaseFile file = reported("safeTomorrow", "no");
        done(file, "read-report");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil");
        assertThat(story.now(file).serious()).isFalse();
    }

    @Test
    void a_case_that_turns_serious_at_the_end_is_told_then() {
        CaseFile file = investigated();
        done(file, "conclude", "seriousCriteria", "violence");
        process(file).isWaitingAtExactly("notify-owner-late");
        done(file, "notify-owner-late");
        process(file).isWaitingAtExactly("close-case").hasPassed("tell-owner-late");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En skole har meldt fra til skoleeier");
    }

    @Test
    void an_owner_who_was_told_is_not_told_again() {
        CaseFile file = reported();
        done(file, "read-report", "seriousCriteria", "violence");
        done(file, "notify-owner");
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude", "seriousCriteria", "violence");
        process(file).isWaitingAtExactly("close-case").hasNotPassed("notify-owner-late");
    }

    @Test
    void every_pupil_is_heard_and_their_guardians_are_told_each_for_their_own_child() {
        CaseFile file = reported();
        done(
                file,
                "read-report",
                "otherPupils[0].otherPupil",
                String.valueOf(town.other()),
                "otherPupils[0].otherRole",
                "involved",
                "otherPupils[1].otherPupil",
                String.valueOf(town.third()),
                "otherPupils[1].otherRole",
                "witness");
        done(file, "first-contact");
        done(file, "immediate-measures");
        assertThat(openTasks(file)).containsExactly("hear-pupil", "hear-pupil", "hear-pupil");
        assertThat(tasks.ofCase(file.id()).stream().filter(TaskRow::open).map(TaskRow::pupil))
                .doesNotContainNull()
                .doesNotHaveDuplicates();

        UUID first = story.open(file, "hear-pupil").pupil();
        done(file, "hear-pupil");
        assertThat(openTasks(file)).containsExactly("decide-visibility", "hear-pupil", "hear-pupil", "inform-guardians");
        assertThat(story.open(file, "decide-visibility").pupil()).isEqualTo(first);
        assertThat(story.open(file, "decide-visibility").assignee()).isEqualTo(town.principal());
        done(file, "decide-visibility");
        assertThat(story.open(file, "inform-guardians").pupil()).isEqualTo(first);
        done(file, "inform-guardians");
        process(file).isWaitingAt("hear-pupil").isNotWaitingAt("investigate");

        done(file, "hear-pupil", "wasHeard", "no", "notHeardReason", "Eleven er syk.");
        done(file, "hear-pupil");
        done(file, "inform-guardians", "informed", "no", "notInformedReason", "Det er ikke trygt for eleven.");
        done(file, "inform-guardians");
        process(file).isWaitingAtExactly("investigate");
    }

    @Test
    void a_pupil_who_is_not_heard_needs_a_reason() {
        CaseFile file = reported();
        done(file, "read-report");
        assertThat(refused(file, "hear-pupil", "wasHeard", "no")).anyMatch(p -> p.startsWith("notHeardReason"));
        assertThat(refused(file, "hear-pupil", "wasHeard", ""))
                .anyMatch(p -> p.startsWith("wasHeard"));
    }

    @Test
    void what_an_involved_pupil_feels_does_not_speak_for_the_affected_one() {
        CaseFile file = reported();
        done(
                file,
                "read-report",
                "otherPupils[0].otherPupil",
                String.valueOf(town.other()),
                "otherPupils[0].otherRole",
                "involved");
        done(file, "first-contact");
        done(file, "immediate-measures");
        TaskRow involved = tasks.ofCase(file.id()).stream()
                .filter(TaskRow::open)
                .filter(t -> roleOf(t.pupil()).equals("involved"))
                .findFirst()
                .orElseThrow();
        done(involved, "safeNow", "1");
        schoolRest(file);
        done(file, "investigate");
        done(file, "conclude");
        process(file).isWaitingAtExactly("close-case");
    }

    private void schoolRest(CaseFile file) {
        while (!openTasks(file).equals(java.util.List.of("investigate"))) {
            done(file, openTasks(file).get(0));
        }
    }

    private String roleOf(UUID party) {
        return jdbc.sql("select role from case_party where id = ?").param(party).query(String.class).single();
    }
}
