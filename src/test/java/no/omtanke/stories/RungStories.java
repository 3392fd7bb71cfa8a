package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.Role;
import no.omtanke.process.Recusals;
import no.omtanke.form.Answers;
import no.omtanke.access.Part;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every rung: whoever stands there acts, does not act, is accused, is gone, or has no way in. */
abstract class RungStories extends LadderStory {

    @Autowired
    Recusals recusals;

    private CaseFile read(String... said) {
        CaseFile file = reported();
        done(file, "read-report", said);
        return file;
    }

    private void gone(long person, Role role) {
        towns.leave(person, role, town.school(), LocalDate.of(2026, 11, 1));
    }

    // --- the contact teacher

    @Test
    void the_contact_teacher_who_is_asked_answers_and_the_case_is_lifted_no_further() {
        CaseFile file = read();
        mail.forget();
        press(file, "contact-teacher");
        assertThat(story.open(file, "answer-escalation").assignee()).isEqualTo(town.teacher());
        assertThat(story.open(file, "answer-escalation").dueAt()).isEqualTo(no.omtanke.TestTime.at("2026-11-25T15:00"));
        assertThat(subjects(address("kontaktlaerer"))).contains("En sak er løftet til deg");
        schoolActs(file);
        done(file, "answer-escalation");
        assertThat(subjects(reporter())).containsExactly("Du har fått svar");
        assertThat(door.read(file.id()).orElseThrow().answers()).hasSize(1);
        assertThat(ladder(file).running()).as("the family has time to say whether it helped").isTrue();
        done(file, "investigate");
        done(file, "conclude");
        done(file, "close-case");
        time.passTo("2026-11-30T15:00");
        ends(file);
        assertThat(rungs(file)).containsExactly("contact-teacher");
    }

    @Test
    void a_case_that_nobody_closes_is_lifted_until_somebody_does() {
        CaseFile file = investigated();
        done(file, "conclude");
        // Reminded first, then, two working days later, lifted.
        time.passTo("2026-11-27T15:01");
        assertThat(ladder(file).running()).isTrue();
        done(file, "close-case");
        ends(file);
    }

    @Test
    void a_contact_teacher_who_does_not_act_is_followed_by_the_leadership() {
        CaseFile file = read();
        schoolActs(file);
        press(file, "contact-teacher");
        time.passTo("2026-11-25T15:00");
        assertThat(rungs(file)).containsExactly("contact-teacher", "leadership");
        assertThat(story.open(file, "answer-escalation").assignee()).isEqualTo(town.principal());
        assertThat(subjects(address("rektor"))).contains("En sak er løftet til deg");
        assertThat(events(file, "lift-unanswered")).hasSize(1);
    }

    @Test
    void an_accused_contact_teacher_is_never_asked_and_knows_nothing() {
        CaseFile file = read(
                "accused", "employee", "accusedPerson", "" + town.teacher(), "responsible", "" + town.social(), "investigator", "");
        mail.forget();
        press(file, "contact-teacher");
        assertThat(rungs(file)).containsExactly("leadership");
        assertThat(mail.to(address("kontaktlaerer"))).isEmpty();
        assertThat(sees(town.teacher(), file)).isEmpty();
        assertThat(reads(town.teacher(), file)).isFalse();
    }

    @Test
    void a_contact_teacher_who_has_left_or_cannot_sign_in_is_skipped() {
        CaseFile file = read("responsible", "" + town.social());
        gone(town.teacher(), Role.CONTACT_TEACHER);
        press(file, "contact-teacher");
        assertThat(rungs(file)).containsExactly("leadership");

        town = towns.found();
        CaseFile other = read("responsible", "" + town.social());
        towns.shutOut(town.teacher());
        press(other, "contact-teacher");
        assertThat(rungs(other)).containsExactly("leadership");
    }

    @Test
    void a_contact_teacher_who_steps_back_hands_it_to_the_leadership() {
        CaseFile file = read("responsible", "" + town.social());
        press(file, "contact-teacher");
        assertThat(recusals.stepBack(
                        towns.reader(town.teacher()), file.id(), Part.CONTENT, new Answers("recusal", java.util.Map.of("ground", "family"))))
                .isTrue();
        time.settle();
        assertThat(sees(town.teacher(), file)).isEmpty();
        assertThat(sees(town.principal(), file)).contains("answer-escalation");
    }

    @Test
    void a_case_that_the_contact_teacher_has_goes_to_the_leadership_and_one_that_the_leadership_has_to_the_owner() {
        CaseFile teachers = read();
        press(teachers, "any");
        assertThat(rungs(teachers)).containsExactly("leadership");
        CaseFile leaderships = read("responsible", "" + town.principal());
        press(leaderships, "any");
        assertThat(rungs(leaderships)).containsExactly("school-owner");
    }

    // --- the leadership

    @Test
    void the_leadership_answers() {
        CaseFile file = read();
        press(file, "principal");
        assertThat(sees(town.deputy(), file)).as("the deputy may take it").contains("answer-escalation");
        done(file, "answer-escalation");
        assertThat(ladder(file).answered()).isTrue();
        assertThat(onTheLadder(file)).isEmpty();
    }

    @Test
    void a_leadership_that_does_not_act_is_followed_by_the_owner() {
        CaseFile file = read();
        press(file, "principal");
        mail.forget();
        time.passTo("2026-11-25T15:00");
        assertThat(rungs(file)).containsExactly("leadership", "school-owner");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(sees(town.owner(), file)).contains("answer-family");
        assertThat(subjects(address("kommunalsjef"))).contains("En sak er løftet til deg");
        assertThat(reads(town.owner(), file)).isTrue();
    }

    @Test
    void a_deputy_takes_over_for_a_principal_who_steps_back_has_left_or_cannot_sign_in() {
        towns.shutOut(town.principal());
        CaseFile file = read();
        press(file, "principal");
        assertThat(story.open(file, "answer-escalation").assignee()).isEqualTo(town.deputy());

        town = towns.found();
        CaseFile left = read();
        gone(town.principal(), Role.LEADERSHIP);
        press(left, "principal");
        assertThat(story.open(left, "answer-escalation").assignee()).isEqualTo(town.deputy());

        town = towns.found();
        CaseFile recused = read();
        recusals.stepBack(
                towns.reader(town.principal()), recused.id(), Part.CONTENT, new Answers("recusal", java.util.Map.of("ground", "family")));
        press(recused, "principal");
        assertThat(story.open(recused, "answer-escalation").assignee()).isEqualTo(town.deputy());
    }

    @Test
    void a_leadership_in_which_nobody_can_sign_in_or_nobody_is_left_is_skipped() {
        CaseFile file = read();
        towns.shutOut(town.principal());
        towns.shutOut(town.deputy());
        press(file, "principal");
        assertThat(rungs(file)).containsExactly("school-owner");

        town = towns.found();
        towns.loseLeaders(town);
        CaseFile without = reported();
        press(without, "principal");
        assertThat(rungs(without)).containsExactly("school-owner");
    }

    @Test
    void an_accused_leader_and_their_colleagues_are_skipped() {
        CaseFile file = reported("aboutEmployee", "leader");
        mail.forget();
        press(file, "principal");
        assertThat(rungs(file)).containsExactly("school-owner");
        assertThat(mail.to(address("rektor"))).isEmpty();
        assertThat(mail.to(address("inspektor"))).isEmpty();
        assertThat(sees(town.principal(), file)).isEmpty();
    }

    @Test
    void a_leader_who_turns_out_to_be_accused_while_the_leadership_has_it_leaves_it_to_the_owner() {
        CaseFile file = reported();
        press(file, "principal");
        assertThat(sees(town.principal(), file)).contains("answer-escalation");
        done(
                file, "read-report", "accused", "leader", "accusedPerson", "" + town.principal(), "responsible", "" + town.social(),
                "investigator", "");
        assertThat(sees(town.principal(), file)).isEmpty();
        assertThat(sees(town.deputy(), file)).isEmpty();
        assertThat(sees(town.owner(), file)).contains("answer-escalation");
        mail.forget();
        time.passTo("2026-11-27T16:00");
        assertThat(rungs(file)).last().isEqualTo("school-owner");
        assertThat(mail.to(address("rektor"))).isEmpty();
    }

    // --- the owner

    @Test
    void the_owner_binds_the_school_which_does_it_and_the_case_comes_down_again() {
        CaseFile file = investigated();
        press(file, "owner");
        assertThat(story.open(file, "answer-family").assignee()).as("any of the owner's people").isNull();
        done(file, "answer-family", "ownerChecks", "2026-11-27");
        assertThat(story.open(file, "carry-out-owner-order").assignee()).isEqualTo(town.principal());
        assertThat(story.open(file, "carry-out-owner-order").dueAt()).isEqualTo(no.omtanke.TestTime.at("2026-11-27T15:00"));
        assertThat(ladder(file).ordered()).isTrue();
        mail.forget();
        done(file, "carry-out-owner-order");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En skole har gjort det du bestemte");
        assertThat(ladder(file).ordered()).isFalse();
        done(file, "conclude");
        done(file, "close-case");
        time.passTo("2026-11-30T15:00");
        ends(file);
        assertThat(rungs(file)).containsExactly("school-owner");
    }

    @Test
    void a_school_that_does_not_do_what_the_owner_decided_brings_it_back_to_the_owner_and_the_family_learns_the_way_on() {
        CaseFile file = investigated();
        press(file, "owner");
        done(file, "answer-family", "ownerChecks", "2026-11-26");
        mail.forget();
        time.passTo("2026-11-26T15:00");
        assertThat(rungs(file)).containsExactly("school-owner", "statsforvalter");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(subjects(reporter())).containsExactly("Slik kan du gå videre");
        assertThat(subjects(address("kommunalsjef"))).doesNotContain("En sak er løftet til deg");
    }

    @Test
    void an_owner_who_does_not_answer_is_reminded_and_keeps_the_task_and_the_family_learns_the_way_on() {
        CaseFile file = investigated();
        press(file, "owner");
        mail.forget();
        time.passTo("2026-11-25T15:00");
        assertThat(subjects(address("kommunalsjef"))).contains("Påminnelse: en frist nærmer seg");
        assertThat(subjects(reporter())).containsExactly("Slik kan du gå videre");
        mail.forget();
        time.passTo("2026-12-15T15:00");
        assertThat(subjects(address("kommunalsjef")).stream().filter("Påminnelse: en frist nærmer seg"::equals).count())
                .as("every week")
                .isGreaterThanOrEqualTo(3);
        assertThat(onTheLadder(file)).containsExactly("answer-family");
        assertThat(sees(town.owner(), file)).contains("answer-family");
        assertThat(events(file, "deadline-missed")).anyMatch(args -> args.contains("answer-family"));
        assertThat(running(file)).isEqualTo(1);
    }

    @Test
    void the_owner_takes_the_case_over_and_the_school_s_leadership_has_its_tasks_no_more() {
        CaseFile file = investigated();
        assertThat(story.open(file, "conclude").assignee()).isEqualTo(town.principal());
        press(file, "owner");
        done(file, "answer-family", "ownerFollows", "owner");
        assertThat(onTheLadder(file)).isEmpty();
        assertThat(story.open(file, "conclude").assignee()).isNull();
        assertThat(sees(town.principal(), file)).isEmpty();
        assertThat(sees(town.owner(), file)).containsExactly("conclude");
        done(file, "conclude");
        assertThat(sees(town.owner(), file)).as("what comes later, too").containsExactly("close-case");
        done(file, "close-case");
        time.passTo("2026-12-01T15:00");
        ends(file);
    }

    @Test
    void pressing_while_the_school_carries_out_an_order_brings_it_back_to_the_owner() {
        CaseFile file = investigated();
        press(file, "owner");
        done(file, "answer-family");
        press(file, "any");
        assertThat(rungs(file)).containsExactly("school-owner", "statsforvalter");
        assertThat(onTheLadder(file)).containsExactly("answer-family");
    }
}
