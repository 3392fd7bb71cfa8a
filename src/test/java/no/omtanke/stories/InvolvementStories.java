package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.EntryMarks;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.involvement.Asking;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskRow;
import no.omtanke.process.TaskTab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking others for help: every consent and every answer, with an account and without. */
abstract class InvolvementStories extends HelpStory {

    @Autowired
    CaseGate gate;

    @Autowired
    EntryMarks marks;

    @Autowired
    FamilyDoor door;

    // --- consent

    @Test
    void nothing_is_shared_before_every_guardian_has_said_yes() {
        secondGuardian();
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        assertThat(state(help)).isEqualTo("asked");
        assertThat(reads(help)).isEmpty();
        assertThat(mail.linksTo(address("foresatt"))).isNotEmpty();
        assertThat(mail.linksTo("far." + town.tag() + "@town.example")).hasSize(1);
        assertThat(mail.to("hjelper." + town.tag() + "@town.example")).isEmpty();

        saysYes(help, town.guardian());
        assertThat(helpTasks(file)).containsExactly("give-consent");
        assertThat(reads(help)).isEmpty();

        saysYes(help, father);
        assertThat(state(help)).isEqualTo("sent");
        assertThat(helpTasks(file)).containsExactly("answer-involvement");
        assertThat(reads(help)).contains(List.of("hear-pupil"));
        assertThat(mail.to("hjelper." + town.tag() + "@town.example")).hasSize(1);
    }

    @Test
    void one_no_is_enough_and_the_one_who_asked_finds_another_way() {
        secondGuardian();
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        saysYes(help, town.guardian());
        saysNo(help, father);
        assertThat(state(help)).isEqualTo("no-consent");
        assertThat(reads(help)).isEmpty();
        assertThat(mail.to(bodyAddress(BodyKind.PPT))).as("the body never hears of it").isEmpty();
        assertThat(story.open(file, "find-another-way").assignee()).isEqualTo(town.principal());
        time.passTo("2026-11-26T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("find-another-way"));
        done(file, "find-another-way");
        assertThat(helpTasks(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"given, sent", "refused, no-consent", "silent, no-consent"})
    void a_guardian_whom_no_link_reaches_is_asked_at_the_school(String answer, String becomes) {
        secondGuardian();
        jdbc.sql("update person set email = null where id = ?").param(father).update();
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        assertThat(helpTasks(file)).containsExactly("give-consent", "take-consent");
        assertThat(story.open(file, "take-consent").assignee()).as("who asked for the help").isEqualTo(town.principal());
        saysYes(help, town.guardian());
        time.passTo("2026-12-02T16:00");
        assertThat(state(help)).as("nobody is silent who was not asked").isEqualTo("asked");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("take-consent"));
        done(file, "take-consent", "consentAnswer", answer);
        assertThat(state(help)).isEqualTo(becomes);
        assertThat(reads(help)).isEqualTo(answer.equals("given") ? Optional.of(List.of("hear-pupil")) : Optional.empty());
    }

    @Test
    void silence_until_the_date_is_no_consent() {
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        time.passTo("2026-11-30T15:30");
        assertThat(consentStates(help)).containsExactly("silent");
        assertThat(state(help)).isEqualTo("no-consent");
        assertThat(helpTasks(file)).containsExactly("find-another-way");
        assertThat(consents.show(help, town.guardian()).orElseThrow().task()).isNull();
    }

    @Test
    void consent_taken_back_ends_the_sharing_at_once_and_both_are_told() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        helps(help, "answer-involvement");
        assertThat(reads(help)).contains(List.of("hear-pupil"));
        mail.forget();

        assertThat(consents.withdraw(help, town.guardian())).isTrue();
        assertThat(reads(help)).as("before anything else has run").isEmpty();
        time.settle();
        assertThat(state(help)).isEqualTo("withdrawn");
        assertThat(helpTasks(file)).isEmpty();
        assertThat(subjects("hjelper." + town.tag() + "@town.example")).containsExactly("Delingen er slutt");
        assertThat(subjects(address("rektor"))).contains("Delingen er slutt");
        assertThat(tasks.list(towns.reader(helper), new TaskFilter(TaskTab.NOW, null, false, null, null, null), 20, 0)).isEmpty();
        assertThat(consents.withdraw(help, town.guardian())).as("there is none any more").isFalse();
    }

    @Test
    void what_was_kept_out_is_kept_out_of_what_is_chosen_later_too() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian(), "home");
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        Map<UUID, String> more = open.entries().stream()
                .filter(e -> e.formId().equals("first-contact") || e.formId().equals("immediate-measures"))
                .collect(java.util.stream.Collectors.toMap(e -> e.id(), e -> "consent"));
        assertThat(more).hasSize(2);
        assertThat(asking.shareMore(principal, open, help, more)).isTrue();
        assertThat(reads(help)).contains(List.of("hear-pupil", "immediate-measures"));
    }

    @Test
    void after_its_last_day_nothing_is_read_by_it() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        jdbc.sql("update involvement_consent set until = ? where involvement_id = ?").params(today(), help).update();
        assertThat(reads(help)).isPresent();
        time.passTo("2026-11-24T00:30");
        assertThat(reads(help)).isEmpty();
    }

    @Test
    void a_guardian_who_is_one_no_more_gives_no_consent_any_more() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        assertThat(reads(help)).isPresent();
        register.endGuardian(town.guardian(), town.pupil(), today());
        assertThat(reads(help)).isEmpty();
        assertThat(consents.show(help, town.guardian())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PPT, 15, true", "PPT, 14, false", "HEALTH_SERVICE, 15, false", "HEALTH_SERVICE, 16, true", "PPT, 18, true"})
    void from_the_age_of_the_matter_the_pupil_is_asked_alone(BodyKind kind, int age, boolean alone) {
        born(LocalDate.of(2026, 11, 1).minusYears(age));
        CaseFile file = heardCase();
        UUID help = asked(file, body(kind));
        assertThat(consents.show(help, town.pupil()).isPresent()).isEqualTo(alone);
        assertThat(consents.show(help, town.guardian()).isPresent()).isEqualTo(!alone);
        saysYes(help, alone ? town.pupil() : town.guardian());
        assertThat(state(help)).isEqualTo("sent");
        assertThat(reads(help)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"PPT, 15", "HEALTH_SERVICE, 16"})
    void on_the_birthday_the_guardians_word_stops_counting_and_the_pupils_begins(BodyKind kind, int age) {
        born(LocalDate.of(2026, 12, 1).minusYears(age));
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(kind));
        saysYes(help, town.guardian());
        helps(help, "answer-involvement");
        assertThat(reads(help)).isPresent();
        time.passTo("2026-12-01T00:30");
        assertThat(reads(help)).as("the day has come, nobody has asked the pupil yet").isEmpty();
        time.passTo("2026-12-01T08:30");
        assertThat(helpTasks(file)).containsExactly("give-consent-now");
        assertThat(mail.linksTo(address("elev"))).isNotEmpty();
        saysYes(help, town.pupil());
        assertThat(reads(help)).contains(List.of("hear-pupil"));
        helps(help, "give-advice");
        done(file, "follow-up-advice");
        assertThat(state(help)).isEqualTo("ended");
    }

    @Test
    void a_pupil_who_has_become_old_enough_and_does_not_answer_has_not_agreed() {
        born(LocalDate.of(2011, 12, 1));
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        saysYes(help, town.guardian());
        time.passTo("2026-12-01T08:30");
        assertThat(helpTasks(file)).containsExactly("give-consent-now");
        mail.forget();
        time.passTo("2026-12-08T16:00");
        assertThat(state(help)).isEqualTo("no-consent");
        assertThat(reads(help)).isEmpty();
        assertThat(subjects(bodyAddress(BodyKind.PPT))).contains("Delingen er slutt");
    }

    @Test
    void help_that_ends_while_the_pupil_is_asked_leaves_nothing_to_answer() {
        born(LocalDate.of(2011, 12, 1));
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        saysYes(help, town.guardian());
        time.passTo("2026-12-01T08:30");
        assertThat(helpTasks(file)).containsExactly("give-consent-now");
        Reader principal = towns.reader(town.principal());
        asking.finish(principal, asking.open(principal, file.reference()).orElseThrow(), help);
        time.settle();
        assertThat(helpTasks(file)).isEmpty();
        assertThat(subjects(bodyAddress(BodyKind.PPT))).contains("Delingen er slutt");
    }

    @Test
    void somebody_who_has_no_page_but_the_question_of_consent_says_there_that_they_are_not_heard() {
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        Answers words = new Answers("not-heard", Map.of("missing", "no-call", "answerFrom", "principal"));
        door.notHeardElsewhere(consents.notHeard(help, town.guardian(), words).orElseThrow(), words);
        time.settle();
        assertThat(refused(file, "answer-escalation", "toldHow", "")).as("called").anyMatch(p -> p.startsWith("toldHow"));
        assertThat(consents.notHeard(help, town.principal(), words)).isEmpty();
    }

    @Test
    void at_eighteen_during_an_involvement_the_pupils_word_alone_counts_and_the_guardians_have_no_way_in() {
        born(LocalDate.of(2011, 12, 1));
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        helps(help, "answer-involvement");
        time.passTo("2026-12-01T08:30");
        saysYes(help, town.pupil());
        assertThat(consents.open(help, town.guardian())).as("under 18 a guardian reads what they answered").isTrue();
        // The register is corrected: today is the eighteenth birthday.
        born(LocalDate.of(2008, 12, 1));
        assertThat(consents.open(help, town.guardian())).isFalse();
        assertThat(consents.show(help, town.guardian())).isEmpty();
        assertThat(consents.address(help, town.guardian())).as("no mail either").isEmpty();
        assertThat(consents.withdraw(help, town.guardian())).isFalse();
        assertThat(consents.notHeard(help, town.guardian(), new Answers("not-heard", Map.of("missing", "no-call")))).isEmpty();
        assertThat(reads(help)).as("the pupil's word holds").contains(List.of("hear-pupil"));
        withdraws(help, town.pupil());
        assertThat(reads(help)).isEmpty();
    }

    @Test
    void a_word_that_counts_no_more_ends_nothing_when_it_is_taken_back() {
        born(LocalDate.of(2011, 12, 1));
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        time.passTo("2026-12-01T08:30");
        saysYes(help, town.pupil());
        withdraws(help, town.guardian());
        assertThat(reads(help)).isPresent();
        withdraws(help, town.pupil());
        assertThat(reads(help)).isEmpty();
    }

    @Test
    void asked_anonymously_nothing_is_shared_and_nobody_is_asked() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT), "helpAnonymous", "yes");
        assertThat(state(help)).isEqualTo("sent");
        assertThat(reads(help)).contains(List.of());
        assertThat(shared.open(towns.reader(helper), help).orElseThrow().open().parties()).isEmpty();
        assertThat(consentStates(help)).isEmpty();
    }

    @Test
    void a_family_hears_whom_the_school_asked_about_its_child_and_never_of_the_health_service_without_consent() {
        CaseFile file = heardCase();
        UUID sfo = asked(file, body(BodyKind.SFO));
        UUID ppt = asked(file, body(BodyKind.PPT));
        UUID health = asked(file, body(BodyKind.HEALTH_SERVICE), "helpAnonymous", "yes");
        asked(file, body(BodyKind.LAWYER));
        UUID pupil = jdbc.sql("select pupil from involvement where id = ?").param(sfo).query(UUID.class).single();
        assertThat(consents.of(file.id(), pupil, town.guardian())).extracting(l -> l.involvement()).containsExactly(sfo, ppt);
        assertThat(consents.of(file.id(), UUID.randomUUID(), town.guardian())).isEmpty();
        assertThat(consents.of(file.id(), pupil, town.owner())).extracting(l -> l.involvement()).doesNotContain(ppt, health);
    }

    // --- every service, accepting, declining and silent

    @ParameterizedTest
    @EnumSource(BodyKind.class)
    void every_service_can_accept_and_give_advice(BodyKind kind) {
        CaseFile file = heardCase();
        UUID help = asked(file, kind.ordinal() % 2 == 0 ? bodyWithAccount(kind) : body(kind));
        if (kind.needsConsent()) {
            saysYes(help, town.guardian());
        }
        assertThat(reads(help)).contains(List.of("hear-pupil"));
        helps(help, "answer-involvement");
        helps(help, "give-advice");
        assertThat(story.open(file, "follow-up-advice").assignee()).isEqualTo(town.principal());
        done(file, "follow-up-advice");
        assertThat(state(help)).isEqualTo("ended");
        assertThat(reads(help)).as("what is over is read no more").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BodyKind.class)
    void every_service_can_decline_and_somebody_finds_another_way(BodyKind kind) {
        CaseFile file = heardCase();
        UUID help = asked(file, kind.ordinal() % 2 == 1 ? bodyWithAccount(kind) : body(kind));
        if (kind.needsConsent()) {
            saysYes(help, town.guardian());
        }
        helps(help, "answer-involvement", "bodyAnswer", "decline", "bodyDeclines", "Ikke vårt.");
        assertThat(state(help)).isEqualTo("declined");
        assertThat(reads(help)).isEmpty();
        done(file, "find-another-way");
    }

    @ParameterizedTest
    @CsvSource({"PPT, true", "PPT, false", "SFO, true", "OMBUD, false", "LAWYER, false"})
    void a_silent_service_is_reminded_once_and_then_the_one_who_asked_has_it(BodyKind kind, boolean account) {
        CaseFile file = heardCase();
        UUID help = asked(file, account ? bodyWithAccount(kind) : body(kind));
        if (kind.needsConsent()) {
            saysYes(help, town.guardian());
        }
        String to = account ? "hjelper." + town.tag() + "@town.example" : bodyAddress(kind);
        mail.forget();
        time.passTo("2026-11-30T16:00");
        assertThat(subjects(to)).contains("Skolen venter på svar");
        assertThat(helpTasks(file)).containsExactly("answer-involvement");
        time.passTo("2026-12-08T16:00");
        assertThat(state(help)).isEqualTo("silent");
        assertThat(helpTasks(file)).containsExactly("find-another-way");
        assertThat(reads(help)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_service_that_promised_advice_and_gives_none_is_reminded_too(boolean account) {
        CaseFile file = heardCase();
        UUID help = asked(file, account ? bodyWithAccount(BodyKind.SFO) : body(BodyKind.SFO));
        helps(help, "answer-involvement");
        time.passTo("2026-12-10T16:00");
        assertThat(helpTasks(file)).as("asked once more").containsExactly("give-advice");
        time.passTo("2027-01-15T16:00");
        assertThat(state(help)).isEqualTo("silent");
        assertThat(helpTasks(file)).containsExactly("find-another-way");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void what_a_service_asks_back_is_answered_and_shared_with_it(boolean account) {
        CaseFile file = heardCase();
        UUID help = asked(file, account ? bodyWithAccount(BodyKind.SFO) : body(BodyKind.SFO));
        helps(help, "answer-involvement", "bodyAnswer", "ask", "bodyAsks", "Hvilket trinn?");
        assertThat(helpTasks(file)).containsExactly("clarify-involvement");
        time.passTo("2026-11-26T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("clarify-involvement"));
        done(file, "clarify-involvement");
        assertThat(shared.open(bodysReader(help), help).orElseThrow().question())
                .extracting(e -> e.formId())
                .containsExactly("ask-for-help", "clarify-involvement");
        helps(help, "answer-involvement");
        helps(help, "give-advice");
        time.passTo("2026-12-02T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("follow-up-advice"));
        done(file, "follow-up-advice", "adviceUse", "no", "adviceWhy", "Eleven vil noe annet.");
    }

    @Test
    void advice_that_is_not_followed_needs_a_reason() {
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.SFO));
        helps(help, "answer-involvement");
        helps(help, "give-advice");
        assertThat(refused(file, "follow-up-advice", "adviceUse", "no")).anyMatch(p -> p.startsWith("adviceWhy"));
    }

    // --- what the body sees, and nothing else

    @Test
    void who_answers_for_a_body_sees_the_question_and_what_was_chosen_and_nothing_else() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        Reader ppt = towns.reader(helper);
        for (Part part : Part.values()) {
            if (part != Part.SHARED) {
                assertThat(gate.open(ppt, file.id(), part)).as(part.name()).isEmpty();
            }
        }
        var open = shared.open(ppt, help).orElseThrow();
        assertThat(open.question()).extracting(e -> e.formId()).containsExactly("ask-for-help");
        assertThat(open.shared()).extracting(e -> e.formId()).containsExactly("hear-pupil");
        assertThat(open.open().events()).isEmpty();
        assertThat(open.open().parties()).extracting(p -> p.role()).containsExactly("affected");
        assertThat(tasks.list(ppt, new TaskFilter(TaskTab.NOW, null, false, null, null, null), 20, 0))
                .hasSize(1)
                .allMatch(listed -> listed.pupils().isEmpty());
        assertThat(sees(town.teacher(), file)).as("it is the body's task").doesNotContain("answer-involvement");
    }

    @Test
    void what_is_marked_do_not_pass_on_is_neither_offered_nor_read() {
        CaseFile file = heardCase();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT));
        saysYes(help, town.guardian());
        assertThat(reads(help)).contains(List.of("hear-pupil"));
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        UUID told = open.entries().stream().filter(e -> e.formId().equals("hear-pupil")).findFirst().orElseThrow().id();
        marks.keepBack(principal, file.id(), told, true, java.util.Set.of());
        assertThat(reads(help)).contains(List.of());
        assertThat(Asking.choosable(asking.open(principal, file.reference()).orElseThrow())).noneMatch(p -> told.equals(p.id()));
    }

    @Test
    void what_the_school_takes_back_is_gone_and_so_is_all_when_it_ends_it() {
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.SFO));
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        UUID told = open.entries().stream().filter(e -> e.formId().equals("hear-pupil")).findFirst().orElseThrow().id();
        asking.takeBack(principal, open, help, told);
        assertThat(reads(help)).contains(List.of());
        asking.finish(principal, open, help);
        time.settle();
        assertThat(reads(help)).isEmpty();
        assertThat(helpTasks(file)).isEmpty();
        assertThat(subjects(bodyAddress(BodyKind.SFO))).contains("Delingen er slutt");
    }

    @Test
    void a_new_link_goes_to_the_address_on_file_and_to_nobody_once_it_is_over() {
        CaseFile file = heardCase();
        UUID help = asked(file, body(BodyKind.PPT));
        consents.sendAgain(help, town.guardian());
        time.settle();
        assertThat(subjects(address("foresatt"))).contains("Ny lenke fra skolen");
        saysYes(help, town.guardian());
        bodyDoor.sendAgain(help);
        time.settle();
        assertThat(subjects(bodyAddress(BodyKind.PPT))).contains("Ny lenke til spørsmålet");
        withdraws(help, town.guardian());
        mail.forget();
        bodyDoor.sendAgain(help);
        time.settle();
        assertThat(mail.to(bodyAddress(BodyKind.PPT))).isEmpty();
    }

    @Test
    void in_a_closed_case_nobody_helps_any_more() {
        CaseFile file = heardCase();
        UUID waits = asked(file, body(BodyKind.PPT));
        UUID reads = asked(file, body(BodyKind.SFO));
        helps(reads, "answer-involvement");
        done(file, "investigate");
        done(file, "conclude");
        done(file, "close-case");
        assertThat(story.now(file).open()).isFalse();
        assertThat(state(waits)).isEqualTo("ended");
        assertThat(state(reads)).isEqualTo("ended");
        assertThat(helpTasks(file)).isEmpty();
        assertThat(reads(reads)).isEmpty();
    }

    @Test
    void two_bodies_in_one_case_read_each_their_own() {
        CaseFile file = heardCase();
        UUID first = asked(file, bodyWithAccount(BodyKind.SFO));
        long firstHelper = helper;
        UUID second = asked(file, bodyWithAccount(BodyKind.LAWYER), e -> e.formId().equals("first-contact"));
        assertThat(shared.open(towns.reader(firstHelper), second)).isEmpty();
        assertThat(shared.open(towns.reader(helper), first)).isEmpty();
        assertThat(reads(second)).contains(List.of("first-contact"));
        TaskRow others = bodyDoor.task(second).orElseThrow();
        assertThat(tasks.addressedTo(towns.reader(firstHelper), others.taskId())).isFalse();
    }
}
