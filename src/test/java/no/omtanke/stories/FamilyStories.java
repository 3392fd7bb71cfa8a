package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.FamilyStep;
import no.omtanke.concern.Invitations;
import no.omtanke.concern.Reopening;
import no.omtanke.form.Answers;
import no.omtanke.plan.FamilyLinks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes from outside while a case runs, and after. */
abstract class FamilyStories extends ProcessStory {

    @Autowired
    FamilyDoor door;

    @Autowired
    Reopening reopening;

    @Autowired
    Invitations invitations;

    @Autowired
    FamilyLinks planLinks;

    private final Answers more = new Answers("new-information", Map.of("newInformation", "Det skjedde igjen."));

    private CaseFile closed() {
        CaseFile file = investigated();
        done(file, "conclude");
        done(file, "close-case");
        assertThat(story.now(file).open()).isFalse();
        return file;
    }

    @Test
    void new_information_in_an_open_case_becomes_a_task_beside_the_others() {
        CaseFile file = reported();
        done(file, "read-report");
        door.add(file.id(), more, List.of());
        time.settle();
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil", "read-new-information");
        assertThat(story.open(file, "read-new-information").assignee()).isEqualTo(town.teacher());
        done(file, "read-new-information");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil").isActive();
    }

    @Test
    void the_leadership_opens_a_closed_case_again_and_it_runs_to_its_end_again() {
        CaseFile file = closed();
        Answers why = new Answers("reopen", Map.of("why", "Eleven fortalte mer."));
        assertThat(reopening.reopen(towns.reader(town.other()), file.id(), why)).as("a pupil").isFalse();
        assertThat(reopening.reopen(towns.reader(town.principal()), file.id(), why)).isTrue();
        assertThat(reopening.reopen(towns.reader(town.principal()), file.id(), why)).as("open already").isFalse();
        time.settle();
        assertThat(story.now(file).open()).isTrue();
        process(file).isWaitingAtExactly("read-report").hasPassed("case-reopened", "reopen-case").hasNotPassed("send-receipt");
        done(file, "read-report");
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude");
        done(file, "close-case");
        process(file).isEnded();
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void deadlines_of_a_case_opened_again_count_from_then() {
        CaseFile file = closed();
        time.passTo("2027-02-01T10:00");
        reopening.reopen(towns.reader(town.principal()), file.id(), new Answers("reopen", Map.of("why", "x")));
        assertThat(story.open(file, "read-report").dueAt()).isEqualTo(no.omtanke.TestTime.at("2027-02-02T15:00"));
    }

    @Test
    void new_information_after_the_end_opens_the_case_again() {
        CaseFile file = closed();
        door.add(file.id(), more, List.of());
        time.settle();
        assertThat(story.now(file).open()).isTrue();
        waitsFor(file, "read-report", "read-new-information").hasPassed("case-reopened");
    }

    @Test
    void not_heard_the_owner_answers_and_the_family_gets_a_mail_with_a_link() {
        CaseFile file = reported();
        door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "no-call")));
        time.settle();
        assertThat(openTasks(file)).containsExactly("answer-family", "read-report");
        assertThat(sees(town.owner(), file)).containsExactly("answer-family");
        assertThat(sees(town.principal(), file)).containsExactly("read-report");
        mail.forget();
        done(file, "answer-family");
        process(file).hasPassed("lift-for-family").isWaitingAtExactly("read-report");
        assertThat(subjects(reporter())).containsExactly("Du har fått svar");
        assertThat(mail.to(reporter()).get(0).link()).startsWith("/l/");
        assertThat(door.read(file.id()).orElseThrow().answers()).hasSize(1);
    }

    @Test
    void not_heard_after_the_end_opens_the_case_again() {
        CaseFile file = closed();
        door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "still-unsafe")));
        time.settle();
        assertThat(openTasks(file)).containsExactly("answer-escalation", "read-report");
    }

    @Test
    void the_school_sends_a_form_and_the_family_asks_for_a_new_link() {
        invitations.send(town.school(), town.pupil(), town.guardian(), town.teacher());
        time.settle();
        assertThat(mail.to(address("foresatt")).get(0).link()).startsWith("/l/");
        CaseFile file = reported();
        door.sendLinkAgain(file.id());
        time.settle();
        assertThat(mail.to(reporter())).hasSize(2);
        assertThat(mail.to(reporter()).get(1).link()).isNotEqualTo(mail.to(reporter()).get(0).link());
    }

    @Test
    void a_guardian_asks_for_a_new_link_to_the_plan() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");
        UUID plan = jdbc.sql("select id from plan where case_id = ?")
                .param(file.id())
                .query(UUID.class)
                .single();
        mail.forget();
        planLinks.sendAgain(plan, town.guardian());
        planLinks.sendAgain(plan, town.teacher());
        time.settle();
        assertThat(subjects(address("foresatt"))).containsExactly("Ny lenke til planen");
        assertThat(subjects(address("kontaktlaerer"))).isEmpty();
    }

    @Test
    void the_family_follows_five_steps() {
        CaseFile file = reported();
        assertThat(steps(file)).containsExactly("DONE", "LATER", "LATER", "LATER", "LATER");
        done(file, "read-report");
        assertThat(steps(file)).startsWith("DONE", "NOW");
        schoolActs(file);
        assertThat(steps(file)).startsWith("DONE", "DONE", "NOW");
        assertThat(door.read(file.id()).orElseThrow().written()).hasSize(1);
    }

    private List<String> steps(CaseFile file) {
        return door.read(file.id()).orElseThrow().steps().stream()
                .map(FamilyStep::state)
                .map(Enum::name)
                .toList();
    }
}
