package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.AccusedFound;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An employee is accused: the owner is told before anything is investigated, and says who investigates. */
abstract class EmployeeAccusedStories extends ProcessStory {

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseQueries queries;

    @Autowired
    FamilyDoor door;

    @Autowired
    DirectoryRegister register;

    @Autowired
    Recusals recusals;

    @Autowired
    AccusedFound accusedFound;

    @Autowired
    TransactionTemplate transaction;

    private String[] accusedTeacher() {
        return new String[] {
            "accused", "employee",
            "accusedPerson", String.valueOf(town.teacher()),
            "responsible", String.valueOf(town.social()),
            "investigator", ""
        };
    }

    private CaseFile readReport() {
        CaseFile file = reported("aboutEmployee", "employee");
        assertThat(story.open(file, "read-report").dueAt())
                .as("an accused employee is always serious")
                .isEqualTo(no.omtanke.TestTime.at("2026-11-23T15:00"));
        done(file, "read-report", accusedTeacher());
        return file;
    }

    @Test
    void the_owner_is_told_first_then_appoints_and_the_accused_has_no_part() {
        CaseFile file = readReport();
        process(file).isWaitingAtExactly("notify-owner");
        done(file, "notify-owner", "ownerReason", "employee");
        process(file).isWaitingAtExactly("appoint-investigator").hasPassed("tell-owner");
        assertThat(sees(town.owner(), file)).containsExactly("appoint-investigator");
        assertThat(sees(town.principal(), file)).isEmpty();
        done(file, "appoint-investigator");

        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil");
        assertThat(story.open(file, "hear-pupil").assignee())
                .as("not the contact teacher, who is accused")
                .isEqualTo(town.social());
        assertThat(sees(town.teacher(), file)).isEmpty();
        Reader accused = towns.reader(town.teacher());
        assertThat(Set.of(Part.values())).noneMatch(part -> gate.allows(accused, file.id(), part));

        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "inform-guardians");
        assertThat(story.open(file, "investigate").assignee()).isEqualTo(town.social());
        assertThat(story.open(file, "hear-accused").assignee()).as("who investigates hears").isEqualTo(town.social());
        assertThat(mail.to(address("kontaktlaerer"))).as("mail to the accused").isEmpty();
    }

    private CaseFile investigated() {
        CaseFile file = readReport();
        done(file, "notify-owner", "ownerReason", "employee");
        done(file, "appoint-investigator");
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "inform-guardians");
        return file;
    }

    @Test
    void the_accused_is_heard_before_anything_is_concluded_and_sees_nothing() {
        CaseFile file = investigated();
        assertThat(openTasks(file)).contains("investigate", "hear-accused");
        done(file, "investigate");
        assertThat(openTasks(file)).as("it waits for the accused").contains("hear-accused").doesNotContain("conclude");
        assertThat(refused(file, "hear-accused", "accusedHeard", "no")).anyMatch(p -> p.startsWith("notHeardReason"));
        done(file, "hear-accused", "accusedWords", "ansattord");
        assertThat(openTasks(file)).contains("conclude");

        assertThat(reads(town.social(), file)).as("who investigates").contains("ansattord");
        assertThat(reads(town.principal(), file)).contains("ansattord");
        assertThat(reads(town.owner(), file)).contains("ansattord");
        assertThat(gate.open(towns.reader(town.teacher()), file.id(), Part.CONTENT)).as("the accused").isEmpty();
        assertThat(door.read(file.id()).orElseThrow().toString()).doesNotContain("ansattord");
        assertThat(door.read(file.id()).orElseThrow().answers()).isEmpty();
        assertThat(mail.to(address("kontaktlaerer"))).isEmpty();

        assertThat(refused(file, "conclude", "personnelOutside", "")).anyMatch(p -> p.startsWith("personnelOutside"));
        done(file, "conclude", "personnelOutside", "yes", "personnelOn", today().toString());
        done(file, "close-case");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void what_the_owner_heard_is_told_to_the_investigator_and_to_no_other_colleague() {
        CaseFile file = investigated();
        long helper = register.addPerson("Hjelper", town.tag(), "hjelper." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(helper, Role.STAFF, town.school(), false, LocalDate.of(2020, 8, 1), null);
        transaction.executeWithoutResult(t -> cases.addParticipant(file.id(), helper, "responsible"));
        TaskRow hearing = story.open(file, "hear-accused");
        assertThat(tasks.addressedTo(towns.reader(town.owner()), hearing.taskId())).isTrue();
        assertThat(sent(town.owner(), hearing, "accusedWords", "ansattord")).isInstanceOf(Outcome.Completed.class);
        assertThat(reads(town.social(), file)).contains("ansattord");
        assertThat(reads(helper, file)).contains("report-guardian").doesNotContain("ansattord");
    }

    @Test
    void an_investigator_who_steps_back_leaves_the_hearing_to_the_owner() {
        CaseFile file = investigated();
        assertThat(recusals.stepBack(
                        towns.reader(town.social()), file.id(), Part.CONTENT, new Answers("recusal", Map.of("ground", "close"))))
                .isTrue();
        assertThat(story.open(file, "hear-accused").assignee()).isNull();
        assertThat(sees(town.owner(), file)).contains("hear-accused");
        assertThat(sees(town.principal(), file)).doesNotContain("hear-accused");
    }

    @Test
    void an_owner_who_is_not_told_in_time_sees_the_case_anyway() {
        CaseFile file = readReport();
        assertThat(openTasks(file)).as("nothing is investigated before").containsExactly("notify-owner");
        time.passTo("2026-11-23T16:00");
        assertThat(events(file, "deadline-missed")).anyMatch(args -> args.contains("school-owner"));
        assertThat(sees(town.owner(), file)).contains("notify-owner");
        assertThat(reads(town.owner(), file)).contains("report-guardian");
    }

    private String reads(long person, CaseFile file) {
        return gate.open(towns.reader(person), file.id(), Part.CONTENT).orElseThrow().entries().stream()
                .map(e -> e.formId() + " " + e.json())
                .toList()
                .toString();
    }

    @Test
    void a_manifestly_unfounded_claim_needs_a_reason_and_stays_with_the_school() {
        CaseFile file = readReport();
        assertThat(refused(file, "notify-owner", "unfoundedClaim", "yes")).anyMatch(p -> p.startsWith("unfoundedReason"));
        done(file, "notify-owner", "unfoundedClaim", "yes", "unfoundedReason", "Læreren var ikke på skolen.");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil")
                .hasNotPassed("tell-owner", "appoint-investigator");
        assertThat(mail.to(address("kommunalsjef"))).isEmpty();
        assertThat(queries.count(towns.reader(town.owner()), true, file.reference())).as("in the owner's list all the same").isEqualTo(1);
        assertThat(reads(town.owner(), file)).contains("Læreren var ikke på skolen.");
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "inform-guardians");
        assertThat(openTasks(file)).as("there is nothing to hear the employee about").contains("investigate").doesNotContain("hear-accused");
    }

    @Test
    void the_accused_cannot_be_made_responsible_for_the_case() {
        CaseFile file = reported("aboutEmployee", "employee");
        assertThat(refused(
                        file,
                        "read-report",
                        "accused",
                        "employee",
                        "accusedPerson",
                        String.valueOf(town.teacher()),
                        "responsible",
                        String.valueOf(town.teacher())))
                .anyMatch(p -> p.startsWith("responsible"));
    }

    @Test
    void the_accused_gets_no_task_and_no_notice_even_when_it_is_the_one_in_charge() {
        CaseFile file = reported("aboutEmployee", "employee");
        done(
                file,
                "read-report",
                "accused",
                "employee",
                "accusedPerson",
                String.valueOf(town.deputy()),
                "responsible",
                String.valueOf(town.social()),
                "investigator",
                "");
        mail.forget();
        time.passTo("2026-11-27T16:00");
        assertThat(mail.to(address("inspektor"))).isEmpty();
        Reader accused = towns.reader(town.deputy());
        assertThat(gate.allows(accused, file.id(), Part.TASK)).isFalse();
    }

    // --- found after the reading

    @Test
    void an_employee_who_turns_out_to_be_accused_is_out_at_once_and_nobody_investigates_before_the_owner_knows() {
        CaseFile file = reported();
        done(file, "read-report", "responsible", String.valueOf(town.social()), "investigator", String.valueOf(town.teacher()));
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        schoolActs(file);
        assertThat(story.open(file, "investigate").assignee()).isEqualTo(town.teacher());
        found(file, town.social(), town.teacher());

        Reader teacher = towns.reader(town.teacher());
        assertThat(Set.of(Part.values())).noneMatch(part -> gate.allows(teacher, file.id(), part));
        assertThat(sees(town.teacher(), file)).isEmpty();
        assertThat(story.now(file).accused()).isEqualTo("employee");
        assertThat(openTasks(file)).contains("notify-owner-found", "investigate");
        assertThat(refused(file, "investigate")).as("the owner first").anyMatch(p -> p.startsWith("method"));
        mail.forget();
        done(file, "notify-owner-found", "unfoundedClaim", "no");
        assertThat(subjects(address("kommunalsjef"))).isNotEmpty();
        assertThat(refused(file, "investigate")).anyMatch(p -> p.startsWith("method"));
        done(file, "appoint-investigator-found", "investigator", String.valueOf(town.social()));
        assertThat(story.open(file, "investigate").assignee()).isEqualTo(town.social());
        assertThat(openTasks(file)).contains("hear-accused-found").doesNotContain("investigate-found");
        done(file, "investigate");
        assertThat(refused(file, "conclude")).as("the accused is heard first").anyMatch(p -> p.startsWith("basis"));
        done(file, "hear-accused-found");
        done(file, "conclude");
        assertThat(openTasks(file)).as("the owner knows already").doesNotContain("notify-owner-late");
    }

    @Test
    void what_was_investigated_by_somebody_whom_the_owner_did_not_choose_is_investigated_anew() {
        CaseFile file = aboutPupils();
        found(file, town.principal(), town.teacher());
        time.passTo("2026-11-24T16:00");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("notify-owner-found"));
        done(file, "notify-owner-found", "unfoundedClaim", "no");
        time.passTo("2026-11-25T16:00");
        assertThat(events(file, "deadline-missed")).anyMatch(e -> e.contains("appoint-investigator-found"));
        done(file, "appoint-investigator-found", "investigator", String.valueOf(town.social()));
        assertThat(openTasks(file)).contains("conclude", "hear-accused-found", "investigate-found");
        time.passTo("2026-12-01T16:00");
        assertThat(events(file, "deadline-missed"))
                .anyMatch(e -> e.contains("hear-accused-found"))
                .anyMatch(e -> e.contains("investigate-found"));
        done(file, "hear-accused-found");
        assertThat(refused(file, "conclude")).anyMatch(p -> p.startsWith("basis"));
        done(file, "investigate-found");
        done(file, "conclude");
    }

    @Test
    void before_the_investigation_the_case_hears_them_by_itself_and_a_manifestly_unfounded_claim_changes_nothing() {
        CaseFile file = reported();
        done(file, "read-report", "responsible", String.valueOf(town.social()));
        found(file, town.social(), town.teacher());
        done(file, "notify-owner-found", "unfoundedClaim", "no");
        done(file, "appoint-investigator-found", "investigator", String.valueOf(town.social()));
        assertThat(openTasks(file)).doesNotContain("hear-accused-found");
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        schoolActs(file);
        assertThat(openTasks(file)).contains("investigate", "hear-accused");

        CaseFile other = aboutPupils();
        found(other, town.principal(), town.teacher());
        done(other, "notify-owner-found", "unfoundedClaim", "yes", "unfoundedReason", "Var ikke på skolen den dagen.");
        assertThat(openTasks(other)).containsExactly("conclude");
        done(other, "conclude");
    }

    @Test
    void a_leader_who_turns_out_to_be_accused_takes_the_whole_leadership_out_and_the_owner_goes_on() {
        CaseFile file = aboutPupils();
        mail.forget();
        found(file, town.social(), town.deputy());
        for (long leader : List.of(town.principal(), town.deputy())) {
            assertThat(gate.allows(towns.reader(leader), file.id(), Part.CONTENT)).isFalse();
            assertThat(sees(leader, file)).isEmpty();
        }
        assertThat(subjects(address("kommunalsjef"))).isNotEmpty();
        assertThat(sees(town.owner(), file)).contains("appoint-investigator-found", "conclude");
    }

    @Test
    void it_is_said_of_another_after_the_reading_and_once() {
        CaseFile file = reported();
        Reader principal = towns.reader(town.principal());
        assertThat(accusedFound.hindrance(file)).as("the reading asks").contains("unread");
        done(file, "read-report");
        assertThat(accusedFound.found(principal, story.now(file), town.principal(), words(town.principal()))).as("oneself").isFalse();
        found(file, town.principal(), town.teacher());
        assertThat(accusedFound.found(principal, story.now(file), town.teacher(), words(town.teacher()))).isFalse();
        assertThat(accusedFound.open(towns.reader(town.teacher()), file.reference())).isEmpty();
        assertThat(accusedFound.open(towns.reader(town.auditor()), file.reference())).isEmpty();
    }

    /** A case that nobody has connected with an employee waits for its conclusion. */
    private CaseFile aboutPupils() {
        CaseFile file = reported();
        done(file, "read-report", "responsible", String.valueOf(town.social()));
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        schoolActs(file);
        done(file, "investigate");
        return file;
    }

    private void found(CaseFile file, long by, long person) {
        CaseFile now = accusedFound.open(towns.reader(by), file.reference()).orElseThrow().file();
        assertThat(accusedFound.found(towns.reader(by), now, person, words(person))).isTrue();
        time.settle();
    }

    private static Answers words(long person) {
        return new Answers("found-accused", Map.of("foundPerson", String.valueOf(person), "foundWhat", "Tre elever sier det samme."));
    }
}
