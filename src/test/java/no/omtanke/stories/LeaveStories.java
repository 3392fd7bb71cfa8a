package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.leave.ClassLeave;
import no.omtanke.leave.LeaveBatch;
import no.omtanke.organization.Role;
import no.omtanke.process.FamilyCase;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An application for leave, from the day it comes until the days are over: every answer, and everything that may come between. */
abstract class LeaveStories extends LeaveStory {

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskForms taskForms;

    @Autowired
    ClosureRegister closures;

    @Autowired
    LeaveBatch batch;

    @Autowired
    ClassLeave classLeave;

    // --- plain ones

    @Test
    void a_short_one_is_decided_by_the_contact_teacher_and_the_family_is_told_at_each_step() {
        secondGuardian();
        CaseFile file = applied(2);
        assertThat(file.reference()).startsWith("P26-");
        assertThat(subjects(address("foresatt"))).containsExactly("Vi har fått søknaden");
        assertThat(subjects("far." + town.tag() + "@town.example")).containsExactly("Vi spør om du er enig");
        assertThat(openTasks(file)).containsExactlyInAnyOrder("guardian-agrees", "teacher-view");
        assertThat(row(file)).containsEntry("school_days", 2).containsEntry("used_days", 0);
        says(file, father, "yes");
        assertThat(story.open(file, "teacher-view").assignee()).isEqualTo(town.teacher());
        done(file, "teacher-view");
        TaskRow decide = story.open(file, "decide-leave");
        assertThat(decide.assignee()).isEqualTo(town.teacher());
        mail.forget();
        done(file, "decide-leave");
        assertThat(row(file)).containsEntry("state", "granted").containsEntry("granted_days", 2).containsEntry("decided_by", town.teacher());
        assertThat(subjects(address("kontaktlaerer"))).containsExactly("En elev i klassen din har fri");
        time.passTo("2027-01-20T08:00");
        assertThat(story.now(file).open()).as("the days are over, and the time for an appeal").isFalse();
    }

    @Test
    void a_plain_one_lies_ready_to_be_sent() {
        CaseFile file = applied(5);
        done(file, "teacher-view");
        TaskRow decide = story.open(file, "decide-leave");
        assertThat(decide.assignee()).as("more than the contact teacher decides").isEqualTo(town.principal());
        Typed ready = taskForms.begin(decide);
        assertThat(ready.text("outcome")).isEqualTo("grant");
        assertThat(ready.text("grounds")).contains("5 skoledager").contains("Forskrift om skoleregler");
        assertThat(ready.text("childView")).isEqualTo("Hun gleder seg.");
        var sent = taskForms.send(towns.reader(town.principal()), decide, ready, List.of(), NB);
        assertThat(((TaskForms.Sent.Answered) sent).outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(state(file)).isEqualTo("granted");
    }

    @Test
    void what_is_not_plain_is_left_to_whoever_decides() {
        CaseFile file = applied(5);
        done(file, "teacher-view", "justifiable", "unsure", "teacherWhy", "Mye fravær.");
        Typed ready = taskForms.begin(story.open(file, "decide-leave"));
        assertThat(ready.text("outcome")).isEmpty();
        assertThat(ready.text("grounds")).isEmpty();
    }

    // --- two guardians, and every answer

    @Test
    void when_one_of_the_guardians_does_not_agree_the_school_cannot_decide_and_both_are_told() {
        secondGuardian();
        CaseFile file = applied(2);
        done(file, "teacher-view");
        mail.forget();
        says(file, father, "no");
        assertThat(state(file)).isEqualTo("returned");
        assertThat(story.now(file).open()).isFalse();
        assertThat(subjects(address("foresatt"))).containsExactly("Søknaden er avsluttet");
        assertThat(subjects("far." + town.tag() + "@town.example")).containsExactly("Søknaden er avsluttet");
    }

    @Test
    void a_guardian_who_does_not_answer_in_time_holds_nothing_up_but_the_leadership_decides() {
        secondGuardian();
        CaseFile file = applied(2);
        done(file, "teacher-view");
        assertThat(openTasks(file)).containsExactly("guardian-agrees");
        time.passTo("2026-11-30T15:01");
        assertThat(openTasks(file)).containsExactly("decide-leave");
        assertThat(story.open(file, "decide-leave").assignee()).isEqualTo(town.principal());
        assertThat(byGuardian(file, father, "yes")).as("too late").isInstanceOf(Outcome.AlreadyEnded.class);
    }

    @Test
    void nobody_else_is_asked_when_the_municipality_does_not_want_it() {
        secondGuardian();
        jdbc.sql("update leave_settings set both_agree = false").update();
        try {
            CaseFile file = applied(2);
            assertThat(openTasks(file)).containsExactly("teacher-view");
        } finally {
            jdbc.sql("update leave_settings set both_agree = true").update();
        }
    }

    @Test
    void a_guardian_without_parental_responsibility_is_not_asked() {
        long other = register.addPerson("Stefar", town.tag(), "stefar." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(other, town.pupil(), false, LONG_AGO, null);
        CaseFile file = applied(2);
        assertThat(openTasks(file)).containsExactly("teacher-view");
        assertThat(mail.to("stefar." + town.tag() + "@town.example")).isEmpty();
    }

    @Test
    void each_guardian_sees_the_application_and_no_other_family_does() {
        secondGuardian();
        CaseFile file = applied(2);
        for (long guardian : List.of(town.guardian(), father)) {
            seesTheApplication(file, guardian);
        }
        long stranger = register.addPerson("Fremmed", town.tag(), "fremmed." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(stranger, town.other(), true, LONG_AGO, null);
        assertThat(own.open(file.id(), stranger)).isEmpty();
        assertThat(own.open(file.id(), town.teacher())).isEmpty();
        assertThat(own.open(file.id(), father).orElseThrow().kind().acts(file.id(), father)).as("the other says yes or no").isEmpty();
        assertThat(acts(file, father, "trekk")).isFalse();
    }

    private void seesTheApplication(CaseFile file, long guardian) {
        var seen = own.open(file.id(), guardian).orElseThrow();
        assertThat(seen.open().entries()).extracting(e -> e.formId()).containsExactly("apply-leave");
        assertThat(seen.kind().said(seen.open(), NB).get(0))
                .isEqualTo("Søkt om fri fra mandag 14. desember til tirsdag 15. desember. Det er 2 skoledager.");
    }

    // --- days

    @Test
    void what_was_granted_before_in_the_school_year_counts_and_the_leadership_decides_beyond_the_cap() {
        granted(LocalDate.of(2027, 1, 11), 12);
        CaseFile file = applied(2);
        assertThat(row(file)).containsEntry("used_days", 10);
        done(file, "teacher-view");
        assertThat(story.open(file, "decide-leave").assignee()).isEqualTo(town.principal());
        assertThat(taskForms.begin(story.open(file, "decide-leave")).text("outcome")).isEmpty();
    }

    @Test
    void last_school_years_leave_does_not_count() {
        granted(LocalDate.of(2027, 1, 11), 12);
        CaseFile file = applied(2, "firstDay", "2027-09-06", "lastDay", "2027-09-07");
        assertThat(row(file)).containsEntry("used_days", 0);
    }

    @Test
    void the_same_days_are_not_handled_twice() {
        CaseFile first = applied(3);
        mail.forget();
        CaseFile second = applied(3);
        assertThat(state(second)).isEqualTo("double");
        assertThat(story.now(second).open()).isFalse();
        assertThat(subjects(address("foresatt"))).contains("Søknaden er avsluttet");
        assertThat(story.now(first).open()).isTrue();
        CaseFile other = applied(4);
        assertThat(row(other)).as("some of the days").containsEntry("meets_other", true);
        assertThat(other.open()).isTrue();
    }

    @Test
    void one_form_that_is_sent_twice_is_one_application() {
        Map<String, String> said = Map.of(
                "children", "" + town.pupil(), "leaveKind", "ordinary", "firstDay", "2026-12-14", "lastDay", "2026-12-15",
                "reason", "x", "childOpinion", "x", "bothAgree", "yes");
        UUID source = UUID.randomUUID();
        assertThat(send(town.guardian(), said, source).get(0).id()).isEqualTo(send(town.guardian(), said, source).get(0).id());
    }

    @Test
    void one_that_comes_late_or_afterwards_is_flagged_and_due_at_once() {
        CaseFile late = applied(1, "firstDay", "2026-11-25", "lastDay", "2026-11-25");
        assertThat(row(late)).containsEntry("short_notice", true).containsEntry("retrospective", false);
        done(late, "teacher-view");
        assertThat(story.open(late, "decide-leave").dueAt()).as("before the first day").isEqualTo(no.omtanke.TestTime.at("2026-11-24T15:00"));
        CaseFile after = applied(1, "firstDay", "2026-11-19", "lastDay", "2026-11-19");
        assertThat(row(after)).containsEntry("short_notice", false).containsEntry("retrospective", true);
        done(after, "teacher-view");
        assertThat(story.open(after, "decide-leave").dueAt()).isEqualTo(no.omtanke.TestTime.at("2026-11-23T15:00"));
        assertThat(taskForms.begin(story.open(after, "decide-leave")).text("outcome")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-15, 2026-12-14, lastDay",
        "2026-12-14, 2028-01-20, lastDay",
        "'',         2026-12-14, firstDay",
        "2026-02-30, 2026-12-14, firstDay"
    })
    void days_that_cannot_be_are_refused_in_the_form(String first, String last, String field) {
        assertThat(refusedForm("apply-leave", Map.of("firstDay", first, "lastDay", last))).contains(field);
        assertThat(refusedForm("change-leave", Map.of("firstDay", first, "lastDay", last))).contains(field);
    }

    @Test
    void a_child_that_is_not_theirs_cannot_be_applied_for() {
        Answers answers = new Answers("apply-leave", Map.of("children", List.of("" + town.other())));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> applications.byFamily(town.guardian(), answers, List.of(), "nb", UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_without_school_need_no_leave_and_whoever_decides_sees_it() {
        CaseFile file = applied(2, "firstDay", "2026-12-19", "lastDay", "2026-12-20");
        assertThat(row(file)).containsEntry("school_days", 0);
        done(file, "teacher-view");
        assertThat(taskForms.begin(story.open(file, "decide-leave")).text("outcome")).isEmpty();
    }

    @Test
    void leave_on_a_holy_day_is_a_right_when_the_parents_see_to_the_teaching() {
        CaseFile file = applied(2, "leaveKind", "holy-day", "holyDay", "Høytid", "seeToTeaching", "yes");
        done(file, "teacher-view", "justifiable", "no", "teacherWhy", "Prøve.");
        TaskRow decide = story.open(file, "decide-leave");
        assertThat(decide.assignee()).isEqualTo(town.teacher());
        assertThat(taskForms.begin(decide).text("outcome")).isEqualTo("grant");
        assertThat(taskForms.begin(decide).text("basis")).isEqualTo("holy-day");
        CaseFile asked = applied(3, "leaveKind", "holy-day", "holyDay", "Høytid", "seeToTeaching", "no");
        assertThat(row(asked)).containsEntry("of_right", false);
    }

    // --- decisions

    @Test
    void a_day_on_which_the_school_is_closed_by_a_storm_added_later_is_not_used() {
        CaseFile file = applied(5);
        done(file, "teacher-view");
        closures.close(town.school(), LocalDate.of(2026, 12, 15), LocalDate.of(2026, 12, 15), "Storm");
        done(file, "decide-leave");
        assertThat(row(file)).containsEntry("school_days", 5).containsEntry("granted_days", 4);
        assertThat(row(applied(1, "firstDay", "2027-02-01", "lastDay", "2027-02-01"))).containsEntry("used_days", 4);
    }

    @Test
    void of_a_decision_and_a_withdrawal_in_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        for (int i = 0; i < 4; i++) {
            CaseFile file = applied(5, "firstDay", "2027-0" + (i + 2) + "-01", "lastDay", "2027-0" + (i + 2) + "-02");
            done(file, "teacher-view");
            TaskRow decide = story.open(file, "decide-leave");
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            Future<Outcome> decided = two.submit(() -> {
                together.await();
                return story.does(town.principal(), decide, Said.in("decide-leave", town, today()));
            });
            Future<Boolean> withdrawn = two.submit(() -> {
                together.await();
                return this.together.execute(t -> own.act(
                        file.id(), town.guardian(), "trekk", new Answers("withdraw-leave", Map.of("sureWithdrawn", true)), List.of()));
            });
            boolean taken = withdrawn.get();
            assertThat(decided.get()).isInstanceOf(taken ? Outcome.AlreadyEnded.class : Outcome.Completed.class);
            two.shutdown();
            time.settle();
            assertThat(state(file)).isEqualTo(taken ? "withdrawn" : "granted");
        }
    }

    @Test
    void some_of_the_days_are_granted() {
        CaseFile file = applied(5);
        done(file, "teacher-view");
        assertThat(refused(file, "decide-leave", "outcome", "part", "grantedFirst", "2026-12-11", "grantedLast", "2026-12-15"))
                .anyMatch(said -> said.startsWith("grantedFirst"));
        assertThat(refused(file, "decide-leave", "outcome", "part", "grantedFirst", "2026-12-15", "grantedLast", "2026-12-14"))
                .anyMatch(said -> said.startsWith("grantedLast"));
        done(file, "decide-leave", "outcome", "part", "grantedFirst", "2026-12-14", "grantedLast", "2026-12-15");
        assertThat(row(file)).containsEntry("state", "part").containsEntry("granted_days", 2);
    }

    @Test
    void a_refusal_gives_the_teacher_no_dates() {
        CaseFile file = applied(5);
        done(file, "teacher-view");
        mail.forget();
        done(file, "decide-leave", "outcome", "refuse");
        assertThat(row(file)).containsEntry("state", "refused").containsEntry("granted_first", null);
        assertThat(expectedAway(file)).isEmpty();
        assertThat(mail.to(address("kontaktlaerer"))).isEmpty();
        assertThat(acts(file, town.guardian(), "forkort", "shortenHow", "none")).isFalse();
    }

    // --- withdrawn, changed, shorter

    @Test
    void a_family_takes_it_back_before_the_decision_and_nobody_decides_it_any_more() {
        CaseFile file = applied(2);
        done(file, "teacher-view");
        TaskRow decide = story.open(file, "decide-leave");
        assertThat(acts(file, town.guardian(), "trekk")).isTrue();
        assertThat(state(file)).isEqualTo("withdrawn");
        assertThat(story.now(file).open()).isFalse();
        assertThat(sent(town.teacher(), decide)).isInstanceOf(Outcome.AlreadyEnded.class);
        assertThat(acts(file, town.guardian(), "trekk")).as("twice").isFalse();
        assertThat(acts(file, town.guardian(), "endre", "firstDay", "2026-12-14", "lastDay", "2026-12-14")).isFalse();
    }

    @Test
    void after_the_decision_it_is_too_late_to_take_it_back() {
        CaseFile file = granted(FIRST, 2);
        assertThat(own.open(file.id(), town.guardian()).orElseThrow().kind().acts(file.id(), town.guardian()))
                .extracting(FamilyCase.Act::address)
                .containsExactly("forkort");
        assertThat(acts(file, town.guardian(), "trekk")).isFalse();
        assertThat(state(file)).isEqualTo("granted");
    }

    @Test
    void a_changed_application_is_looked_at_anew_by_everybody() {
        secondGuardian();
        CaseFile file = applied(2);
        says(file, father, "yes");
        done(file, "teacher-view");
        assertThat(openTasks(file)).containsExactly("decide-leave");
        assertThat(acts(file, town.guardian(), "endre", "firstDay", "2026-12-14", "lastDay", "2026-12-18", "whyChanged", "Flyet.")).isTrue();
        assertThat(openTasks(file)).containsExactlyInAnyOrder("guardian-agrees", "teacher-view");
        assertThat(row(file)).containsEntry("school_days", 5);
        done(file, "teacher-view");
        time.passTo("2026-12-04T15:01");
        assertThat(taskForms.begin(story.open(file, "decide-leave")).text("outcome")).as("what was said before does not count").isEmpty();
    }

    @Test
    void less_of_the_leave_is_used_and_the_teacher_gets_the_new_dates() {
        CaseFile file = granted(FIRST, 5);
        mail.forget();
        assertThat(expectedAway(file)).containsExactly("2026-12-14 2026-12-18");
        assertThat(acts(file, town.guardian(), "forkort", "shortenHow", "shorter", "firstDay", "2026-12-14", "lastDay", "2026-12-21")).as("more").isFalse();
        assertThat(acts(file, town.guardian(), "forkort", "shortenHow", "shorter", "firstDay", "2026-12-14", "lastDay", "2026-12-16")).isTrue();
        assertThat(row(file)).containsEntry("granted_days", 3);
        assertThat(expectedAway(file)).containsExactly("2026-12-14 2026-12-16");
        assertThat(subjects(address("kontaktlaerer"))).containsExactly("En elev i klassen din har fri");
        assertThat(acts(file, town.guardian(), "forkort", "shortenHow", "none")).isTrue();
        assertThat(row(file)).containsEntry("granted_days", 0).containsEntry("granted_first", null);
        assertThat(expectedAway(file)).isEmpty();
        assertThat(row(applied(1, "firstDay", "2027-02-01", "lastDay", "2027-02-01"))).containsEntry("used_days", 0);
    }

    /** The days that stand on the list of the pupil's class. */
    private List<String> expectedAway(CaseFile file) {
        return jdbc.sql("select first_day || ' ' || last_day from absence_leave where case_id = ? and ended_at is null")
                .param(file.id())
                .query(String.class)
                .list();
    }

    // --- time and people

    @Test
    void a_month_without_a_decision_answers_by_itself_and_the_owner_sees_it() {
        CaseFile file = applied(2, "firstDay", "2027-02-01", "lastDay", "2027-02-02");
        done(file, "teacher-view");
        assertThat(gate.allows(towns.reader(town.owner()), file.id(), Part.CONTENT)).isFalse();
        time.passTo("2026-12-23T15:01");
        assertThat(subjects(address("foresatt"))).contains("Svaret tar lengre tid");
        assertThat(subjects(address("kommunalsjef"))).isNotEmpty();
        assertThat(gate.allows(towns.reader(town.owner()), file.id(), Part.CONTENT)).isTrue();
        var seen = own.open(file.id(), town.guardian()).orElseThrow();
        assertThat(seen.open().entries()).filteredOn(e -> e.formId().equals("provisional-answer")).hasSize(1);
        assertThat(seen.kind().said(seen.open(), NB)).anyMatch(said -> said.contains("Dere får svaret senest torsdag 31. desember."));
        mail.forget();
        assertThat(acts(file, town.guardian(), "endre", "firstDay", "2027-02-01", "lastDay", "2027-02-01", "whyChanged", "x")).isTrue();
        time.passTo("2026-12-30T12:00");
        assertThat(subjects(address("foresatt"))).as("once").doesNotContain("Svaret tar lengre tid");
        assertThat(openTasks(file)).contains("teacher-view");
    }

    @Test
    void a_pupil_who_has_moved_is_decided_about_at_the_new_school() {
        CaseFile file = applied(2);
        var there = towns.found();
        moveTo(there.school());
        done(file, "teacher-view");
        time.settle();
        assertThat(state(file)).isEqualTo("moved");
        assertThat(story.now(file).open()).isFalse();
        CaseFile passed = passedTo(there.school()).orElseThrow();
        assertThat(openTasks(passed)).containsExactly("teacher-view");
        assertThat(own.open(passed.id(), town.guardian()).orElseThrow().open().entries()).extracting(e -> e.formId()).containsExactly("apply-leave");
        assertThat(gate.allows(towns.reader(town.principal()), passed.id(), Part.CONTENT)).isFalse();
        towns.forget(there);
    }

    @Test
    void one_who_moves_while_it_lies_with_the_principal_goes_on_too() {
        CaseFile file = applied(5);
        done(file, "teacher-view");
        var there = towns.found();
        moveTo(there.school());
        done(file, "decide-leave");
        assertThat(state(file)).isEqualTo("moved");
        assertThat(passedTo(there.school())).isPresent();
        towns.forget(there);
    }

    @Test
    void one_who_leaves_the_municipality_has_no_school_here_that_it_could_go_to() {
        CaseFile file = applied(5);
        jdbc.sql("update enrolment set to_date = ? where pupil_id = ?").params(today(), town.pupil()).update();
        done(file, "teacher-view");
        assertThat(state(file)).isEqualTo("moved");
        assertThat(story.now(file).open()).isFalse();
        assertThat(subjects(address("foresatt"))).contains("Søknaden er avsluttet");
    }

    private void moveTo(int school) {
        long group = jdbc.sql("select id from school_class where school_id = ?").param(school).query(Long.class).single();
        jdbc.sql("update enrolment set to_date = ? where pupil_id = ?").params(today(), town.pupil()).update();
        register.enrol(town.pupil(), group, today(), null);
    }

    private Optional<CaseFile> passedTo(int school) {
        return jdbc.sql("select id from case_file where school_id = ? and kind = 'leave-of-absence'")
                .param(school)
                .query(UUID.class)
                .optional()
                .flatMap(id -> cases.file(id));
    }

    @Test
    void at_18_the_application_is_the_pupils_own() {
        secondGuardian();
        born(LocalDate.of(2008, 11, 27));
        jdbc.sql("update person set email = ? where id = ?").params("elev." + town.tag() + "@town.example", town.pupil()).update();
        CaseFile file = applied(2);
        assertThat(own.open(file.id(), town.pupil()).orElseThrow().kind().acts(file.id(), town.pupil())).isEmpty();
        time.passTo("2026-11-27T07:30");
        assertThat(subjects("elev." + town.tag() + "@town.example")).contains("Søknaden er din nå");
        assertThat(own.open(file.id(), town.guardian())).as("nobody is a guardian of an adult").isEmpty();
        assertThat(byGuardian(file, father, "no")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(acts(file, town.guardian(), "trekk")).isFalse();
        time.passTo("2026-11-30T15:01");
        done(file, "teacher-view");
        assertThat(story.open(file, "decide-leave").assignee()).as("nobody else has to agree").isEqualTo(town.teacher());
        assertThat(acts(file, town.pupil(), "trekk")).isTrue();
    }

    @Test
    void a_pupil_of_18_applies_alone() {
        born(LocalDate.of(2008, 1, 1));
        CaseFile file = sent(town.pupil(), 2, "bothAgree", "self").get(0);
        assertThat(openTasks(file)).containsExactly("teacher-view");
        assertThat(row(file)).containsEntry("applicant", town.pupil());
    }

    @Test
    void when_the_contact_teacher_is_gone_the_leadership_has_it() {
        CaseFile file = applied(2);
        towns.leave(town.teacher(), Role.CONTACT_TEACHER, town.school(), today());
        TaskRow view = story.open(file, "teacher-view");
        assertThat(tasks.addressedTo(towns.reader(town.principal()), view.taskId())).isTrue();
        assertThat(story.does(town.principal(), view, Said.in("teacher-view", town, today()))).isInstanceOf(Outcome.Completed.class);
        time.settle();
        assertThat(tasks.addressedTo(towns.reader(town.principal()), story.open(file, "decide-leave").taskId())).isTrue();
        done(file, "decide-leave");
    }

    @Test
    void siblings_at_two_schools_are_applied_for_once_and_decided_about_separately() {
        var there = towns.found();
        register.addGuardian(town.guardian(), there.pupil(), true, LONG_AGO, null);
        Answers answers = new Answers("apply-leave", Map.of(
                "children", List.of("" + town.pupil(), "" + there.pupil()), "leaveKind", "ordinary",
                "firstDay", "2026-12-14", "lastDay", "2026-12-15", "reason", "x", "childOpinion", "x", "bothAgree", "yes"));
        List<CaseFile> files = applications.byFamily(town.guardian(), answers, List.of(), "nb", UUID.randomUUID());
        time.settle();
        assertThat(files).extracting(CaseFile::schoolId).containsExactly(town.school(), there.school());
        assertThat(jdbc.sql("select count(distinct together) from leave_application where case_id in (?, ?)")
                        .params(files.get(0).id(), files.get(1).id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var open = gate.open(towns.reader(town.principal()), files.get(0).id(), Part.CONTENT).orElseThrow();
        assertThat(open.entries().get(0).json()).as("says nothing of the sibling").doesNotContain("" + there.pupil());
        done(files.get(0), "teacher-view");
        done(files.get(0), "decide-leave");
        assertThat(state(files.get(1))).isEqualTo("asked");
        towns.forget(there);
    }

    @Test
    void an_employee_takes_down_what_came_on_paper() {
        secondGuardian();
        Map<String, Object> said = Map.of(
                "pupil", "" + town.pupil(), "applicantName", "foresatt " + town.tag(), "channel", "letter", "bothSigned", "yes",
                "leaveKind", "ordinary", "firstDay", "2026-12-14", "lastDay", "2026-12-15", "reason", "x", "childOpinion", "x");
        CaseFile file = applications.byStaff(
                towns.reader(town.social()), new Answers("apply-leave-for", said), List.of(), "nb", UUID.randomUUID());
        time.settle();
        assertThat(row(file)).containsEntry("applicant", town.guardian());
        assertThat(openTasks(file)).as("both have signed").containsExactly("teacher-view");
        assertThat(subjects(address("foresatt"))).containsExactly("Vi har fått søknaden");
        Map<String, Object> unknown = new java.util.HashMap<>(said);
        unknown.put("applicantName", "Tante");
        unknown.put("bothSigned", "no");
        unknown.put("lastDay", "2026-12-16");
        CaseFile other = applications.byStaff(
                towns.reader(town.social()), new Answers("apply-leave-for", unknown), List.of(), "nb", UUID.randomUUID());
        time.settle();
        assertThat(openTasks(other)).containsExactlyInAnyOrder("guardian-agrees", "guardian-agrees", "teacher-view");
    }

    // --- together

    @Test
    void plain_applications_are_decided_together_each_with_its_own_decision_and_one_that_changed_stops_no_other() {
        CaseFile one = applied(5);
        CaseFile two = forChild(town.other());
        CaseFile doubtful = forChild(town.third());
        done(one, "teacher-view");
        done(two, "teacher-view");
        done(doubtful, "teacher-view", "justifiable", "unsure", "teacherWhy", "Prøve.");
        var principal = towns.reader(town.principal());
        List<LeaveBatch.Ready> ready = batch.ready(principal, NB);
        assertThat(ready).extracting(LeaveBatch.Ready::reference).containsExactlyInAnyOrder(one.reference(), two.reference());
        Set<String> chosen = ready.stream().map(LeaveBatch.Ready::taskId).collect(Collectors.toSet());
        assertThat(batch.proposed(principal, chosen, NB)).hasSize(2).allSatisfy(p -> {
            assertThat(p.reason()).isEqualTo("Bestemor fyller 80.");
            assertThat(p.grounds()).contains("forsvarlig");
        });
        assertThat(batch.ready(towns.reader(town.teacher()), NB)).as("what is the leadership's").isEmpty();
        assertThat(batch.decide(towns.reader(town.teacher()), chosen, NB)).isEmpty();
        jdbc.sql("update leave_application set retrospective = true where case_id = ?").param(two.id()).update();
        assertThat(batch.decide(principal, chosen, NB)).extracting(LeaveBatch.Decided::how).containsExactlyInAnyOrder("done", "late");
        assertThat(state(one)).isEqualTo("granted");
        assertThat(state(two)).isEqualTo("asked");
        assertThat(state(doubtful)).isEqualTo("asked");
    }

    private CaseFile forChild(long child) {
        register.addGuardian(town.guardian(), child, true, LONG_AGO, null);
        return applied(5, "children", String.valueOf(child));
    }

    @Test
    void the_contact_teacher_sees_who_of_the_class_is_away_and_takes_the_days_to_a_calendar() {
        CaseFile file = granted(FIRST, 2);
        var teacher = towns.reader(town.teacher());
        assertThat(classLeave.from(teacher)).singleElement().satisfies(away -> {
            assertThat(away.pupil()).isEqualTo("Elev " + town.tag());
            assertThat(away.days()).isEqualTo(2);
        });
        assertThat(classLeave.from(towns.reader(town.principal()))).hasSize(1);
        assertThat(classLeave.from(towns.reader(town.social()))).as("teaches no class").isEmpty();
        long group = classLeave.from(teacher).get(0).classId();
        String calendar = new String(classLeave.calendar(teacher, group, NB), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(calendar).contains("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261214", "DTEND;VALUE=DATE:20261216", "har fri");
        assertThat(classLeave.calendar(towns.reader(town.social()), group, NB)).isNull();
        acts(file, town.guardian(), "forkort", "shortenHow", "none");
        assertThat(classLeave.from(teacher)).isEmpty();
    }

    @Test
    void a_new_link_goes_to_whoever_asks_for_one_and_is_of_the_family() {
        CaseFile file = applied(2);
        mail.forget();
        own.sendAgain(file.id(), town.guardian());
        own.sendAgain(file.id(), town.teacher());
        time.settle();
        assertThat(subjects(address("foresatt"))).containsExactly("Ny lenke til søknaden");
        assertThat(mail.to(address("kontaktlaerer"))).isEmpty();
    }
}
