package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An employee is accused: the owner is told before anything is investigated, and says who investigates. */
abstract class EmployeeAccusedStories extends ProcessStory {

    @Autowired
    CaseGate gate;

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
        assertThat(mail.to(address("kontaktlaerer"))).as("mail to the accused").isEmpty();
    }

    @Test
    void a_manifestly_unfounded_claim_needs_a_reason_and_stays_with_the_school() {
        CaseFile file = readReport();
        assertThat(refused(file, "notify-owner", "unfoundedClaim", "yes")).anyMatch(p -> p.startsWith("unfoundedReason"));
        done(file, "notify-owner", "unfoundedClaim", "yes", "unfoundedReason", "Læreren var ikke på skolen.");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil")
                .hasNotPassed("tell-owner", "appoint-investigator");
        assertThat(mail.to(address("kommunalsjef"))).isEmpty();
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
}
