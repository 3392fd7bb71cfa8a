package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.ToldStory;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.FamilyStep;
import no.omtanke.concern.Joining;
import no.omtanke.concern.Splitting;
import no.omtanke.form.Answers;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.Recusals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two reports about the same: one case goes on in the other, and each family sees its own child's part. */
abstract class JoinedStories extends HelpStory {

    private static final String FIRST = "førstemelding";
    private static final String SECOND = "andremelding";

    @Autowired
    Joining joining;

    @Autowired
    Splitting splitting;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    FamilyDoor door;

    @Autowired
    Recusals recusals;

    private CaseFile first;
    private CaseFile second;

    private void twoReports() {
        first = reported("whatHappened", FIRST);
        done(first, "read-report");
        second = reported("whatHappened", SECOND, "childName", "Annen " + town.tag(), "email", "andre." + town.tag() + "@hjemme.example");
        done(second, "read-report", "pupil", "" + town.other());
    }

    private boolean join(CaseFile ends, CaseFile goesOn) {
        boolean joined = joining.join(principal(), ends.id(), goesOn.id(), why("whyJoin"));
        time.settle();
        return joined;
    }

    @Test
    void the_one_ends_with_its_reasons_and_the_other_has_its_pupils_and_what_was_written() {
        twoReports();
        done(first, "hear-pupil");
        assertThat(join(second, first)).isTrue();

        assertThat(story.now(second).open()).isFalse();
        assertThat(openTasks(second)).isEmpty();
        assertThat(events(second, "task-ended-by-joining")).hasSize(3);
        assertThat(events(second, "case-joined")).hasSize(1);
        assertThat(events(first, "case-taken-in")).hasSize(1);
        assertThat(pupils(first)).containsExactlyInAnyOrder(town.pupil(), town.other());
        assertThat(texts(principal(), first)).contains(FIRST, SECOND, "whyJoin");
        assertThat(texts(principal(), second)).as("it stays readable as it was").contains(SECOND, "whyJoin").doesNotContain(FIRST);
        assertThat(openTasks(first)).contains("read-joined-case", "hear-joined-pupil", "first-contact");
        assertThat(texts(towns.reader(town.social()), first)).as("whoever works in the one reads the other there").contains(SECOND);

        done(first, "read-joined-case");
        done(first, "hear-joined-pupil");
        done(first, "inform-joined-guardians");
        all(first, "decide-visibility");
        assertThat(pupilTasks(first, "hear-pupil")).as("heard once each").containsExactlyInAnyOrder(town.pupil(), town.other());
        schoolActs(first);
        done(first, "investigate");
        done(first, "conclude", "safe", "no", "plan", "yes");
        assertThat(pupilTasks(first, "write-plan")).as("a plan each").containsExactlyInAnyOrder(town.pupil(), town.other());
    }

    @Test
    void whoever_reported_the_one_that_ended_sees_where_the_other_stands_and_only_their_own_report() {
        twoReports();
        join(second, first);
        var report = door.read(second.id()).orElseThrow();
        assertThat(report.file().open()).isTrue();
        assertThat(report.file().reference()).isEqualTo(second.reference());
        assertThat(written(second)).contains(SECOND).doesNotContain(FIRST);
        assertThat(written(first)).contains(FIRST).doesNotContain(SECOND);
        assertThat(step(second, 2).state()).as("their own child is to be heard").isEqualTo(FamilyStep.State.NOW);

        door.add(second.id(), new Answers("new-information", Map.of("newInformation", "nyttord")), List.of());
        time.settle();
        assertThat(story.now(second).open()).as("told where it goes on").isFalse();
        assertThat(openTasks(first)).contains("read-new-information");
        assertThat(texts(principal(), first)).contains("nyttord");
        assertThat(written(second)).contains("nyttord");
        assertThat(written(first)).as("another family's").doesNotContain("nyttord");
        done(first, "read-new-information");

        done(first, "read-joined-case");
        schoolActs(first);
        done(first, "investigate");
        mail.forget();
        done(first, "conclude");
        done(first, "close-case");
        assertThat(door.read(second.id()).orElseThrow().file().open()).isFalse();
        assertThat(mail.to("andre." + town.tag() + "@hjemme.example")).as("they are told, too").hasSize(1);
        assertThat(mail.to(reporter())).hasSize(1);
    }

    @Test
    void each_familys_plan_shows_its_own_childs_part_after_joining_and_after_splitting() {
        long otherGuardian = twoPlans();
        UUID one = plan(town.pupil());
        UUID other = plan(town.other());
        for (int round = 0; round < 2; round++) {
            assertThat(families.open(one, otherGuardian)).isEmpty();
            assertThat(families.open(other, town.guardian())).isEmpty();
            assertThat(told(one, town.guardian())).containsExactly("førsteord");
            assertThat(told(other, otherGuardian)).containsExactly("andreord");
            var own = families.open(other, otherGuardian).orElseThrow().open();
            assertThat(own.parties().stream().map(Party::personId)).containsExactly(town.other());
            assertThat(own.entries()).as("nothing that was written, nor what came along").isEmpty();
            if (round == 0) {
                UUID party = party(town.other());
                Answers why = new Answers("split-case", Map.of("whySplit", "delingsord", "staysHere", "yes"));
                CaseFile split = splitting.split(principal(), first.id(), party, why).orElseThrow();
                assertThat(texts(principal(), split)).contains("andreord").doesNotContain("førsteord", FIRST);
            }
        }
    }

    /** Two families, each with a plan for its child in the one case. @return the other child's guardian */
    private long twoPlans() {
        twoReports();
        long otherGuardian = register.addPerson("Andremor", town.tag(), "andremor." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(otherGuardian, town.other(), true, LocalDate.of(2020, 8, 1), null);
        done(first, "hear-pupil", "pupilWords", "førsteord");
        join(second, first);
        done(first, "hear-joined-pupil", "pupilWords", "andreord");
        done(first, "inform-joined-guardians");
        done(first, "read-joined-case");
        schoolActs(first);
        done(first, "investigate");
        done(first, "conclude", "safe", "no", "plan", "yes");
        all(first, "write-plan");
        return otherGuardian;
    }

    @Test
    void who_is_not_heard_is_answered_on_the_page_of_their_own_childs_plan_and_two_families_by_telephone() {
        long otherGuardian = twoPlans();
        UUID other = plan(town.other());
        presses(other, otherGuardian);
        assertThat(story.open(first, "answer-escalation").pupil()).as("about their child").isEqualTo(party(town.other()));
        mail.forget();
        done(first, "answer-escalation", "answer", "svarord");
        assertThat(subjects("andremor." + town.tag() + "@town.example")).contains("Du har fått svar");
        assertThat(mail.to(reporter())).as("another family's").isEmpty();
        assertThat(families.open(other, otherGuardian).orElseThrow().answers()).hasSize(1);
        assertThat(families.open(plan(town.pupil()), town.guardian()).orElseThrow().answers()).isEmpty();
        assertThat(door.read(first.id()).orElseThrow().answers()).isEmpty();

        presses(other, otherGuardian);
        door.notHeard(first.id(), new Answers("not-heard", Map.of("missing", "no-call")));
        time.settle();
        assertThat(refused(first, "answer-family", "toldHow", "")).as("one text is not written to two").anyMatch(p -> p.startsWith("toldHow"));
    }

    private void presses(UUID plan, long person) {
        Answers words = new Answers("not-heard", Map.of("missing", "plan-not-followed", "answerFrom", "principal"));
        door.notHeardElsewhere(families.notHeard(plan, person, words), words);
        time.settle();
    }

    private UUID party(long person) {
        return cases.parties(first.id()).stream().filter(p -> p.isPupil() && p.personId() == person).findFirst().orElseThrow().id();
    }

    private UUID plan(long pupil) {
        return jdbc.sql("select p.id from plan p join case_party a on a.id = p.pupil where p.case_id = ? and a.person_id = ?")
                .params(first.id(), pupil)
                .query(UUID.class)
                .single();
    }

    private List<String> told(UUID plan, long guardian) {
        return families.open(plan, guardian).orElseThrow().open().stories().stream().map(ToldStory::text).toList();
    }

    @Test
    void who_is_not_heard_after_a_joining_is_answered_in_their_own_case() {
        twoReports();
        join(second, first);
        door.notHeard(second.id(), new Answers("not-heard", Map.of("missing", "no-call")));
        time.settle();
        assertThat(story.now(second).open()).isTrue();
        assertThat(openTasks(second)).contains("answer-escalation");
        done(second, "answer-escalation", "answer", "svarord");
        assertThat(door.read(second.id()).orElseThrow().answers()).hasSize(1);
        assertThat(door.read(first.id()).orElseThrow().answers()).as("not the other family's").isEmpty();
        assertThat(join(second, first)).as("and can be joined again").isTrue();
        assertThat(texts(principal(), first).split(SECOND, -1)).as("what came before comes once").hasSize(2);
    }

    @Test
    void what_a_case_was_lifted_for_goes_on_in_the_other_and_the_other_family_hears_nothing_of_it() {
        twoReports();
        schoolActs(first);
        done(first, "investigate");
        time.passTo("2026-11-25T16:00");
        assertThat(openTasks(second)).as("nobody called").contains("answer-escalation", "first-contact");
        mail.forget();
        assertThat(join(second, first)).isTrue();
        nothingIsLeftOf(second);
        assertThat(events(second, "lift-joined")).hasSize(1);
        assertThat(openTasks(first)).contains("answer-escalation");
        assertThat(story.open(first, "answer-escalation").assignee()).isEqualTo(town.principal());
        assertThat(refused(first, "answer-escalation", "toldHow", "")).as("told by telephone").anyMatch(p -> p.startsWith("toldHow"));
        done(first, "answer-escalation");
        assertThat(mail.to(reporter())).isEmpty();
        assertThat(texts(FamilyDoor.byLink(first.id()), first, Part.OWN_REPORT)).doesNotContain("\"answer\":");
    }

    @Test
    void a_case_that_the_owner_had_comes_to_the_owner_in_the_other() {
        twoReports();
        time.passTo("2026-12-02T16:00");
        assertThat(openTasks(second)).contains("answer-family");
        schoolActs(first);
        join(second, first);
        nothingIsLeftOf(second);
        assertThat(openTasks(first)).contains("answer-family");
        assertThat(story.now(first).escalated()).isTrue();
    }

    @Test
    void whoever_waits_for_an_answer_gets_it_before_their_case_ends_in_another() {
        twoReports();
        door.notHeard(second.id(), new Answers("not-heard", Map.of("missing", "no-call")));
        time.settle();
        assertThat(joining.hindrance(second.id(), first.id())).contains("unheard");
        assertThat(join(second, first)).isFalse();
        assertThat(joining.hindrance(first.id(), second.id())).as("the other way round nobody loses theirs").isEmpty();
        done(second, "answer-escalation");
        assertThat(join(second, first)).isTrue();
        nothingIsLeftOf(second);
        assertThat(openTasks(first)).as("what was promised there is somebody's here").contains("answer-escalation");
        assertThat(door.read(second.id()).orElseThrow().answers()).as("their answer stays theirs").hasSize(1);
    }

    @Test
    void help_that_was_asked_for_ends_with_the_case_and_everybody_is_told() {
        twoReports();
        UUID refused = asked(first, body(BodyKind.PPT));
        saysNo(refused, town.guardian());
        UUID waits = asked(first, body(BodyKind.RESPONSE_TEAM));
        UUID reads = asked(first, body(BodyKind.SFO));
        helps(reads, "answer-involvement");
        assertThat(helpTasks(first)).contains("find-another-way", "give-advice", "give-consent");
        mail.forget();
        join(first, second);
        nothingIsLeftOf(first);
        assertThat(state(waits)).isEqualTo("ended");
        assertThat(reads(reads)).isEmpty();
        assertThat(subjects(bodyAddress(BodyKind.SFO))).containsExactly("Delingen er slutt");
        assertThat(mail.to(bodyAddress(BodyKind.PPT))).as("never heard of it").isEmpty();
        assertThat(texts(principal(), second)).as("what was asked is read there").contains("Hva kan vi gjøre i friminuttene?");
    }

    private void nothingIsLeftOf(CaseFile file) {
        assertThat(openTasks(file)).isEmpty();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(file.id().toString()).list()).isEmpty();
    }

    @Test
    void a_wrong_joining_is_parted_and_nothing_of_the_other_family_stays() {
        twoReports();
        done(first, "hear-pupil");
        join(second, first);
        done(first, "hear-joined-pupil");
        assertThat(joining.joined(principal(), first.id(), second.id())).isPresent();
        assertThat(joining.part(principal(), first.id(), second.id(), why("whyPart"))).isTrue();
        time.settle();

        assertThat(pupils(first)).containsExactly(town.pupil());
        assertThat(texts(principal(), first)).contains(FIRST, "whyJoin", "whyPart").doesNotContain(SECOND);
        assertThat(openTasks(first)).doesNotContain("hear-joined-pupil", "inform-joined-guardians", "read-joined-case");
        assertThat(story.now(second).open()).isTrue();
        assertThat(openTasks(second)).containsExactly("read-report");
        assertThat(events(first, "case-parted")).hasSize(1);
        assertThat(events(second, "case-parted")).hasSize(1);
        assertThat(joining.part(principal(), first.id(), second.id(), why("whyPart"))).as("once").isFalse();
        assertThat(join(second, first)).as("not read anew yet, but its pupils are known").isTrue();
    }

    @Test
    void a_pupil_who_came_with_a_joined_case_may_leave_again_while_nobody_has_talked_with_them() {
        twoReports();
        done(first, "hear-pupil");
        join(second, first);
        UUID came = cases.parties(first.id()).stream()
                .filter(p -> p.isPupil() && p.personId() == town.other())
                .findFirst()
                .orElseThrow()
                .id();
        Answers why = new Answers("split-case", Map.of("whySplit", "delingsord", "staysHere", "no"));
        CaseFile own = splitting.split(principal(), first.id(), came, why).orElseThrow();
        time.settle();
        assertThat(openTasks(first)).contains("read-joined-case").doesNotContain("hear-joined-pupil");
        assertThat(texts(principal(), own)).contains(SECOND).doesNotContain(FIRST);
    }

    @Test
    void a_case_that_took_one_in_can_itself_be_joined_and_everything_goes_along() {
        twoReports();
        CaseFile third = reported("childName", "Tredje " + town.tag());
        done(third, "read-report", "pupil", "" + town.third());
        done(first, "hear-pupil");
        join(second, first);
        assertThat(join(first, third)).isTrue();
        assertThat(openTasks(first)).isEmpty();
        assertThat(pupils(third)).containsExactlyInAnyOrder(town.pupil(), town.other(), town.third());
        assertThat(texts(principal(), third)).contains(FIRST, SECOND);
        assertThat(door.read(second.id()).orElseThrow().file().open()).isTrue();
    }

    @Test
    void the_graver_goes_on_and_who_stepped_back_from_one_is_out_of_both() {
        twoReports();
        CaseFile grave = reported("childName", "Tredje " + town.tag());
        done(grave, "read-report", "pupil", "" + town.third(), "seriousCriteria", "violence");
        assertThat(recusals.stepBack(
                        towns.reader(town.deputy()), grave.id(), Part.CONTENT, new Answers("recusal", Map.of("ground", "close"))))
                .isTrue();
        assertThat(gate.allows(towns.reader(town.deputy()), first.id(), Part.CONTENT)).isTrue();
        join(grave, first);
        assertThat(story.now(first).serious()).isTrue();
        assertThat(gate.allows(towns.reader(town.deputy()), first.id(), Part.CONTENT)).as("out of both").isFalse();
        assertThat(joining.hindrance(second.id(), first.id())).isEmpty();
    }

    @Test
    void what_stands_against_joining_is_said() {
        twoReports();
        assertThat(joining.hindrance(first.id(), first.id())).contains("same");
        CaseFile unread = reported();
        assertThat(joining.hindrance(unread.id(), first.id())).contains("unread");
        CaseFile employee = reported("aboutEmployee", "employee");
        done(employee, "read-report", "accused", "employee", "accusedPerson", "" + town.teacher(), "responsible", "" + town.social(), "investigator", "");
        assertThat(joining.hindrance(employee.id(), first.id())).contains("accused");
        assertThat(joining.hindrance(first.id(), employee.id())).contains("accused");
        schoolActs(first);
        done(first, "investigate");
        done(first, "conclude", "safe", "no", "plan", "yes");
        assertThat(joining.hindrance(first.id(), second.id())).contains("plan");
        assertThat(joining.hindrance(second.id(), first.id())).as("a pupil who is not in it").contains("concluded");
        assertThat(join(second, first)).isFalse();
        CaseFile same = reported();
        done(same, "read-report");
        assertThat(joining.hindrance(same.id(), first.id())).as("about the same pupil").isEqualTo(Optional.empty());
    }

    @Test
    void two_cases_against_one_employee_are_joined_and_the_accused_finds_neither() {
        String[] teacher = {"accused", "employee", "accusedPerson", "" + town.teacher(), "responsible", "" + town.social(), "investigator", ""};
        first = reported("aboutEmployee", "employee");
        done(first, "read-report", teacher);
        second = reported("aboutEmployee", "employee", "childName", "Annen " + town.tag());
        teacher = java.util.Arrays.copyOf(teacher, 10);
        teacher[8] = "pupil";
        teacher[9] = "" + town.other();
        done(second, "read-report", teacher);
        assertThat(join(second, first)).isTrue();
        Reader accused = towns.reader(town.teacher());
        assertThat(Set.of(Part.values())).noneMatch(part -> gate.allows(accused, first.id(), part) || gate.allows(accused, second.id(), part));
        assertThat(sees(town.teacher(), first)).isEmpty();
    }

    @Test
    void only_who_leads_both_joins_them() {
        twoReports();
        for (long person : List.of(town.teacher(), town.social(), town.auditor())) {
            assertThat(joining.join(towns.reader(person), second.id(), first.id(), why("whyJoin"))).isFalse();
        }
        assertThat(joining.join(towns.reader(town.owner()), second.id(), first.id(), why("whyJoin")))
                .as("an owner who sees neither").isFalse();
    }

    // --- what the stories are told with

    private Reader principal() {
        return towns.reader(town.principal());
    }

    private static Answers why(String field) {
        return new Answers(field.equals("whyJoin") ? "join-cases" : "part-cases", Map.of(field, field, "otherCase", "S26", "goesOn", "other"));
    }

    private String texts(Reader reader, CaseFile file) {
        return texts(reader, file, Part.CONTENT);
    }

    private String texts(Reader reader, CaseFile file, Part part) {
        return gate.open(reader, file.id(), part).orElseThrow().entries().stream().map(Entry::json).toList().toString();
    }

    private String written(CaseFile file) {
        return door.read(file.id()).orElseThrow().written().stream().map(Entry::json).toList().toString();
    }

    private FamilyStep step(CaseFile file, int number) {
        return door.read(file.id()).orElseThrow().steps().get(number - 1);
    }

    private List<Long> pupils(CaseFile file) {
        return cases.parties(file.id()).stream().filter(Party::isPupil).map(Party::personId).toList();
    }

    private List<Long> pupilTasks(CaseFile file, String form) {
        return tasks.ofCase(file.id()).stream().filter(t -> t.formId().equals(form)).map(t -> person(file, t.pupil())).toList();
    }

    private Long person(CaseFile file, UUID party) {
        return cases.parties(file.id()).stream().filter(p -> p.id().equals(party)).findFirst().orElseThrow().personId();
    }
}
