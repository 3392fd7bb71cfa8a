package no.omtanke.stories;

import static no.omtanke.TestTime.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Part;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskTab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A pupil needs adaptation: the school tries, PPT is asked, the school decides. Or the family goes to PPT itself. */
abstract class SupportStories extends SupportStory {

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries queries;

    // --- the school's own way

    @Test
    void the_school_tries_first_refers_with_consent_and_decides_on_the_assessment() {
        pptWithLeader();
        CaseFile file = need();
        assertThat(file.reference()).startsWith("T26-");
        assertThat(story.open(file, "read-support-need").assignee()).as("the contact teacher").isEqualTo(town.teacher());
        done(file, "read-support-need");
        assertThat(story.open(file, "try-adaptation").dueAt()).as("20 school days").isAfter(at("2026-12-15T15:00"));
        done(file, "try-adaptation");
        done(file, "write-referral");
        assertThat(openTasks(file)).containsExactly("give-consent");
        assertThat(reads(help(file))).as("nothing without a yes").isEmpty();
        assertThat(letters(file)).containsExactly("referral");
        assertThat(subjects(address("foresatt"))).containsExactly("Sier du ja til en henvisning?");

        saysYes(help(file), town.guardian());
        assertThat(openTasks(file)).containsExactly("acknowledge-referral");
        assertThat(story.open(file, "acknowledge-referral").dueAt()).as("ten working days").isEqualTo(at("2026-12-07T15:00"));
        assertThat(reads(help(file))).isPresent();
        pptAnswers(file, "acknowledge-referral");
        assertThat(story.open(file, "expert-assessment").dueAt()).as("three calendar months").isEqualTo(at("2027-02-23T15:00"));
        pptAnswers(file, "expert-assessment");
        assertThat(reads(help(file))).as("it has nothing more to read").isEmpty();
        assertThat(subjects(address("foresatt"))).contains("En vurdering er ferdig");
        assertThat(letters(file)).containsExactly("expert-assessment", "referral");
        assertThat(consents.show(help(file), town.guardian()).orElseThrow().letters())
                .extracting(Attachment::kind)
                .containsExactlyInAnyOrder("referral", "expert-assessment");

        assertThat(story.open(file, "decide-support").assignee()).isEqualTo(town.principal());
        done(file, "decide-support");
        done(file, "follow-up-support", "supportWay", "keep");
        done(file, "follow-up-support");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void what_the_school_puts_in_place_is_looked_at_again() {
        CaseFile file = need("raisedBy", "pupil", "pupilWords", "Jeg rekker ikke å lese.");
        done(file, "read-support-need");
        done(file, "try-adaptation", "supportWay", "try");
        done(file, "try-adaptation", "supportWay", "enough");
        done(file, "follow-up-adaptation", "adaptationHelps", "no");
        done(file, "choose-support-way");
        done(file, "follow-up-adaptation");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void what_a_family_tells_comes_to_the_contact_teacher_and_may_just_be_noted() {
        CaseFile file = toSchool(town.guardian());
        assertThat(story.open(file, "read-support-need").assignee()).isEqualTo(town.teacher());
        done(file, "read-support-need", "supportWay", "noted", "notedWhy", "Kjøkkenet, SFO og vikarene vet det.");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void whoever_asks_ppt_at_once_says_what_was_tried() {
        pptWithLeader();
        CaseFile file = need();
        assertThat(refused(file, "read-support-need", "supportWay", "refer")).anyMatch(p -> p.startsWith("triedAlready"));
        assertThat(refused(file, "read-support-need", "supportWay", "discuss")).anyMatch(p -> p.startsWith("triedAlready"));
    }

    @Test
    void late_work_of_the_school_reaches_somebody_higher() {
        CaseFile file = need();
        time.passTo("2026-11-27T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("read-support-need"));
        done(file, "read-support-need");
        time.passTo("2027-01-12T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("try-adaptation"));
        done(file, "try-adaptation");
        assertThat(openTasks(file)).as("no PPT in the directory").containsExactly("ppt-missing");
        time.passTo("2027-01-15T15:30");
        assertThat(story.open(file, "ppt-missing").raisedTo()).isEqualTo("school-owner");
        done(file, "ppt-missing");
        assertThat(openTasks(file)).as("still none").containsExactly("ppt-missing");
        body(BodyKind.PPT);
        done(file, "ppt-missing");
        time.passTo("2027-02-05T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("write-referral"));
        done(file, "write-referral");
        saysNo(help(file), town.guardian());
        time.passTo("2027-02-17T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("choose-support-way"));
        done(file, "choose-support-way");
        time.passTo("2027-04-30T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("follow-up-adaptation"));
    }

    // --- anonymously

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_discussion_shows_ppt_its_text_and_nothing_of_the_pupil(boolean account) {
        if (account) {
            pptWithLeader();
        } else {
            body(BodyKind.PPT);
        }
        CaseFile file = need();
        done(file, "read-support-need", "supportWay", "discuss", "triedAlready", "Lydbok i høst.");
        assertThat(refused(file, "write-discussion", "noIdentity", "")).anyMatch(p -> p.startsWith("noIdentity"));
        done(file, "write-discussion");
        UUID help = help(file);
        var open = shared.open(bodysReader(help), help).orElseThrow();
        assertThat(open.question()).extracting(e -> e.formId()).containsExactly("write-discussion");
        assertThat(open.shared()).isEmpty();
        assertThat(open.open().parties()).isEmpty();
        assertThat(open.open().attachments()).isEmpty();
        assertThat(consentStates(help)).as("nobody is asked").isEmpty();
        pptAnswers(file, "answer-discussion");
        assertThat(reads(help)).isEmpty();
        done(file, "choose-support-way");
        assertThat(openTasks(file)).containsExactly("follow-up-adaptation");
    }

    @Test
    void a_discussion_that_nobody_answers_goes_to_ppts_leader_and_then_back_to_the_school() {
        pptWithLeader();
        CaseFile file = need();
        done(file, "read-support-need", "supportWay", "discuss", "triedAlready", "Lydbok i høst.");
        time.passTo("2026-12-02T16:00");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("write-discussion"));
        done(file, "write-discussion");
        time.passTo("2026-12-16T16:00");
        assertThat(story.open(file, "answer-discussion").raisedTo()).isEqualTo("person:" + leader);
        time.passTo("2027-01-08T16:00");
        assertThat(openTasks(file)).containsExactly("choose-support-way");
    }

    @Test
    void a_discussion_that_the_school_ends_is_over_for_ppt() {
        pptWithLeader();
        CaseFile file = need();
        done(file, "read-support-need", "supportWay", "discuss", "triedAlready", "Lydbok i høst.");
        done(file, "write-discussion");
        var principal = towns.reader(town.principal());
        asking.finish(principal, asking.open(principal, file.reference()).orElseThrow(), help(file));
        time.settle();
        assertThat(openTasks(file)).containsExactly("choose-support-way");
    }

    // --- consent

    @Test
    void one_no_is_enough_and_the_school_goes_on_without_ppt() {
        secondGuardian();
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        assertThat(reads(help(file))).isEmpty();
        saysNo(help(file), father);
        assertThat(state(help(file))).isEqualTo("no-consent");
        assertThat(mail.to("hjelper." + town.tag() + "@town.example")).as("PPT never hears of it").isEmpty();
        done(file, "choose-support-way", "supportWay", "discuss");
        assertThat(openTasks(file)).containsExactly("write-discussion");
    }

    @Test
    void silence_is_no_consent() {
        pptWithLeader();
        CaseFile file = referred();
        time.passTo("2026-11-30T16:00");
        assertThat(consentStates(help(file))).containsExactly("silent");
        assertThat(openTasks(file)).containsExactly("choose-support-way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge-referral", "expert-assessment"})
    void a_consent_that_is_withdrawn_ends_the_sharing_at_once(String at) {
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        if (at.equals("expert-assessment")) {
            pptAnswers(file, "acknowledge-referral");
        }
        assertThat(reads(help(file))).isPresent();
        assertThat(consents.withdraw(help(file), town.guardian())).isTrue();
        assertThat(reads(help(file))).as("before anything else has run").isEmpty();
        time.settle();
        assertThat(openTasks(file)).containsExactly("choose-support-way");
        assertThat(subjects("hjelper." + town.tag() + "@town.example")).contains("Delingen er slutt");
        done(file, "choose-support-way");
    }

    @Test
    void what_a_guardian_keeps_out_is_not_read_by_ppt() {
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.guardian(), "files");
        var open = shared.open(bodysReader(help(file)), help(file)).orElseThrow();
        assertThat(open.question()).extracting(e -> e.formId()).containsExactly("write-referral");
        assertThat(open.open().attachments()).extracting(Attachment::kind).containsExactly("referral");
    }

    @Test
    void from_fifteen_the_pupil_alone_is_asked() {
        born(LocalDate.of(2011, 3, 14));
        pptWithLeader();
        CaseFile file = referred();
        assertThat(consents.show(help(file), town.guardian())).isEmpty();
        saysYes(help(file), town.pupil());
        assertThat(openTasks(file)).containsExactly("acknowledge-referral");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void a_pupil_who_turns_fifteen_meanwhile_decides_from_that_day(boolean accepted, boolean agrees) {
        born(LocalDate.of(2011, 12, 1));
        pptWithLeader();
        CaseFile file = referred();
        UUID help = help(file);
        saysYes(help, town.guardian());
        if (accepted) {
            pptAnswers(file, "acknowledge-referral");
        }
        time.passTo("2026-12-01T00:30");
        assertThat(reads(help)).as("the guardian's word counts no more").isEmpty();
        time.passTo("2026-12-01T08:30");
        assertThat(openTasks(file)).containsExactly("give-consent-now");
        if (!agrees) {
            time.passTo("2026-12-08T16:00");
            assertThat(openTasks(file)).containsExactly("choose-support-way");
            return;
        }
        saysYes(help, town.pupil());
        assertThat(reads(help)).isPresent();
        if (!accepted) {
            pptAnswers(file, "acknowledge-referral");
        }
        pptAnswers(file, "expert-assessment", "pptRecommends", "no");
        assertThat(subjects(address("elev"))).contains("En vurdering er ferdig");
        assertThat(refused(file, "decide-support")).as("PPT recommended nothing").anyMatch(p -> p.startsWith("followsAssessment"));
        done(file, "decide-support", "supportOutcome", "refused");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void whoever_turns_eighteen_meanwhile_goes_on_alone_and_the_guardians_door_is_shut() {
        born(LocalDate.of(2008, 12, 1));
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.pupil());
        time.passTo("2026-12-01T12:00");
        assertThat(reads(help(file))).isPresent();
        assertThat(consents.show(help(file), town.guardian())).isEmpty();
        pptAnswers(file, "acknowledge-referral");
        pptAnswers(file, "expert-assessment");
        assertThat(consents.show(help(file), town.pupil()).orElseThrow().letters()).hasSize(2);
        assertThat(subjects(address("foresatt"))).isEmpty();
    }

    // --- PPT answers, or does not

    @Test
    void what_ppt_asks_back_is_answered_and_its_time_begins_anew() {
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        pptAnswers(file, "acknowledge-referral", "bodyAnswer", "ask", "bodyAsks", "Er synet sjekket?");
        time.passTo("2026-12-01T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("clarify-referral"));
        done(file, "clarify-referral");
        assertThat(shared.open(bodysReader(help(file)), help(file)).orElseThrow().question())
                .extracting(e -> e.formId())
                .containsExactly("write-referral", "clarify-referral");
        assertThat(story.open(file, "acknowledge-referral").dueAt()).isEqualTo(at("2026-12-15T15:00"));
    }

    @Test
    void a_no_from_ppt_is_told_the_family_with_its_reason() {
        body(BodyKind.PPT);
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        helps(help(file), "acknowledge-referral", "bodyAnswer", "decline", "bodyDeclines", "Prøv lesekurs først.");
        assertThat(state(help(file))).isEqualTo("declined");
        assertThat(subjects(address("foresatt"))).contains("Det er kommet et svar");
        assertThat(consents.show(help(file), town.guardian()).orElseThrow().letters())
                .extracting(Attachment::kind)
                .contains("ppt-answer");
        done(file, "choose-support-way", "supportWay", "try");
        assertThat(openTasks(file)).containsExactly("try-adaptation");
    }

    @Test
    void a_deadline_that_ppt_misses_is_its_leaders_and_no_school_role_is_asked_in_its_place() {
        pptWithLeader();
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        mail.forget();
        time.passTo("2026-12-07T15:30");
        assertThat(story.open(file, "acknowledge-referral").raisedTo()).isEqualTo("person:" + leader);
        assertThat(subjects(address("leder"))).contains("En frist er brutt");
        assertThat(subjects(address("rektor"))).isEmpty();
        assertThat(tasks.list(towns.reader(leader), new TaskFilter(TaskTab.NOW, null, false, null, null, null), 20, 0)).hasSize(1);
        assertThat(story.does(leader, story.open(file, "acknowledge-referral"), Said.in("acknowledge-referral", town, today())))
                .isInstanceOf(no.omtanke.process.FormSubmission.Outcome.Completed.class);
        time.passTo("2027-02-23T15:30");
        assertThat(story.open(file, "expert-assessment").raisedTo()).isEqualTo("person:" + leader);
        time.passTo("2027-05-24T15:30");
        assertThat(openTasks(file)).as("six months").containsExactly("choose-support-way");
    }

    @Test
    void where_nobody_is_named_as_leader_the_whole_service_is_told_by_account_or_mail() {
        body(BodyKind.PPT);
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        mail.forget();
        time.passTo("2026-12-07T15:30");
        assertThat(subjects(bodyAddress(BodyKind.PPT))).contains("Til lederen: en frist er brutt");
        time.passTo("2026-12-21T15:30");
        assertThat(state(help(file))).isEqualTo("silent");
        assertThat(openTasks(file)).containsExactly("choose-support-way");
    }

    // --- the decision

    @Test
    void a_decision_that_deviates_says_why() {
        pptWithLeader();
        CaseFile file = assessed();
        assertThat(refused(file, "decide-support", "supportOutcome", "refused"))
                .as("it says that it follows").anyMatch(p -> p.startsWith("followsAssessment"));
        assertThat(refused(file, "decide-support", "supportOutcome", "partly")).anyMatch(p -> p.startsWith("followsAssessment"));
        assertThat(refused(file, "decide-support", "supportOutcome", "refused", "followsAssessment", "no"))
                .as("without a reason").anyMatch(p -> p.startsWith("deviationReason"));
        time.passTo("2026-12-08T15:30");
        assertThat(story.open(file, "decide-support").raisedTo()).as("late").isEqualTo("school-owner");
        done(file, "decide-support", "supportOutcome", "partly", "followsAssessment", "no", "deviationReason", "Klassen har to lærere.");
        time.passTo("2027-06-09T15:30");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("follow-up-support"));
        done(file, "follow-up-support", "supportWay", "refer");
        assertThat(openTasks(file)).containsExactly("write-referral");
    }

    // --- straight to PPT

    @ParameterizedTest
    @CsvSource({"true, yes", "false, no"})
    void a_family_goes_straight_to_ppt_and_the_school_finds_nothing(boolean account, String schoolMayKnow) {
        if (account) {
            pptWithLeader();
        } else {
            body(BodyKind.PPT);
        }
        CaseFile file = toPpt(town.guardian(), "schoolMayKnow", schoolMayKnow);
        assertThat(file.lane()).isEqualTo("ppt");
        for (long person : List.of(town.principal(), town.teacher(), town.social(), town.owner(), town.auditor())) {
            for (Part part : List.of(Part.CONTENT, Part.TASK, Part.HISTORY, Part.SHARED)) {
                assertThat(gate.open(towns.reader(person), file.id(), part)).as("%s %s", person, part).isEmpty();
            }
            assertThat(queries.count(towns.reader(person), false, file.reference())).isZero();
            for (String table : List.of("case_entry", "case_party", "case_event", "task_row", "involvement", "involvement_consent")) {
                assertThat(behindTheWall(person, table, file)).as("%s %s", person, table).isZero();
            }
        }
        assertThat(openTasks(file)).containsExactly("acknowledge-referral");
        assertThat(reads(help(file))).isPresent();
        if (account) {
            assertThat(tasks.list(towns.reader(helper), new TaskFilter(TaskTab.NOW, null, false, null, null, null), 20, 0)).hasSize(1);
            assertThat(behindTheWall(helper, "involvement", file)).isEqualTo(1);
            assertThat(behindTheWall(helper, "case_entry", file)).as("what was chosen for it").isEqualTo(1);
            assertThat(refusedByPpt(file)).anyMatch(p -> p.startsWith("bodyAnswer"));
        }
        pptAnswers(file, "acknowledge-referral");
        pptAnswers(file, "expert-assessment");
        assertThat(story.now(file).open()).isFalse();
        assertThat(subjects(address("foresatt"))).contains("En vurdering er ferdig");
        assertThat(consents.show(help(file), town.guardian()).orElseThrow().letters()).hasSize(2);
        List<UUID> schools = jdbc.sql("select id from case_file where kind = 'support-needs' and school_id = ?")
                .param(town.school())
                .query(UUID.class)
                .list();
        assertThat(schools).hasSize(schoolMayKnow.equals("yes") ? 1 : 0);
        if (account) {
            CaseFile schoolCase = gate.open(towns.reader(town.principal()), schools.get(0), Part.CONTENT).orElseThrow().file();
            assertThat(openTasks(schoolCase)).containsExactly("decide-support");
            assertThat(refused(schoolCase, "decide-support", "supportOutcome", "refused")).anyMatch(p -> p.startsWith("followsAssessment"));
            done(schoolCase, "decide-support");
        }
    }

    @Test
    void the_other_guardian_is_asked_before_ppt_gets_it() {
        secondGuardian();
        pptWithLeader();
        CaseFile file = toPpt(town.guardian());
        assertThat(consentStates(help(file))).containsExactly("asked", "given");
        assertThat(reads(help(file))).isEmpty();
        assertThat(consents.show(help(file), father).orElseThrow().direct()).isTrue();
        saysNo(help(file), father);
        assertThat(story.now(file).open()).isFalse();
        assertThat(mail.to("hjelper." + town.tag() + "@town.example")).isEmpty();

        CaseFile again = toPpt(town.guardian());
        saysYes(help(again), father);
        assertThat(openTasks(again)).containsExactly("acknowledge-referral");
        withdraws(help(again), town.guardian());
        assertThat(story.now(again).open()).isFalse();
        assertThat(subjects(address("foresatt"))).doesNotContain("Delingen er slutt");
    }

    @Test
    void a_pupil_of_fifteen_goes_alone_and_is_asked_when_a_guardian_goes() {
        born(LocalDate.of(2011, 3, 14));
        pptWithLeader();
        CaseFile own = toPpt(town.pupil());
        assertThat(openTasks(own)).containsExactly("acknowledge-referral");
        CaseFile guardians = toPpt(town.guardian());
        assertThat(reads(help(guardians))).isEmpty();
        saysYes(help(guardians), town.pupil());
        assertThat(reads(help(guardians))).isPresent();
    }

    @Test
    void where_no_ppt_can_be_reached_nobody_is_sent_there() {
        assertThat(jdbc.sql("select count(*) from body where kind = 'ppt' and (school_id = ? or school_id is null)")
                        .param(town.school())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(story.offers("tilrettelegging-ppt", town.school())).isFalse();
        assertThat(story.offers("tilrettelegging", town.school())).isTrue();
        body(BodyKind.PPT);
        assertThat(story.offers("tilrettelegging-ppt", town.school())).isTrue();
    }

    /** What the database itself lets the person see. */
    private int behindTheWall(long person, String table, CaseFile file) {
        try {
            return Actors.as(Actor.of(towns.reader(person)), () -> jdbc.sql("select count(*) from " + table + " where case_id = ?")
                    .param(file.id())
                    .query(Integer.class)
                    .single());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private CaseFile assessed() {
        CaseFile file = referred();
        saysYes(help(file), town.guardian());
        pptAnswers(file, "acknowledge-referral");
        pptAnswers(file, "expert-assessment");
        return file;
    }

    private List<String> refusedByPpt(CaseFile file) {
        var answer = story.sends(
                helper,
                story.open(file, "acknowledge-referral"),
                Said.in("acknowledge-referral", town, today(), "bodyAnswer", "ask", "bodyAsks", "Hva?"));
        return ((no.omtanke.process.TaskForms.Sent.Unfinished) answer)
                .problems().list().stream().map(p -> p.name() + ": " + p.text()).toList();
    }

    private List<String> letters(CaseFile file) {
        return jdbc.sql("select kind from case_document where case_id = ? and entry_id is null order by kind")
                .param(file.id())
                .query(String.class)
                .list();
    }
}
