package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskTab;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader is accused: straight to the school owner; the school's leadership sees nothing of the case. */
abstract class LeaderAccusedStories extends ProcessStory {

    @Autowired
    CaseGate gate;

    @Autowired
    FamilyDoor door;

    private String[] leader(long person) {
        return new String[] {
            "accused", "leader",
            "accusedPerson", String.valueOf(person),
            "responsible", String.valueOf(town.social()),
            "investigator", ""
        };
    }

    @Test
    void accused_in_the_report_the_owner_reads_and_leads_the_case_to_its_end() {
        CaseFile file = reported("aboutEmployee", "leader");
        process(file).isWaitingAtExactly("read-report");
        assertThat(story.open(file, "read-report").assignee()).isNull();
        assertThat(sees(town.owner(), file)).containsExactly("read-report");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En ny melding venter på å bli lest");
        leadershipHasNoPart(file);

        done(file, "read-report", leader(town.principal()));
        process(file).isWaitingAtExactly("appoint-investigator").hasNotPassed("notify-owner");
        done(file, "appoint-investigator");
        leadershipHasNoPart(file);
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "decide-visibility");
        done(file, "inform-guardians");
        done(file, "investigate");
        assertThat(sees(town.owner(), file)).containsExactly("hear-accused");
        done(file, "hear-accused");
        assertThat(sees(town.owner(), file)).containsExactly("conclude");
        done(file, "conclude", "safe", "no", "plan", "yes");
        leadershipHasNoPart(file);
        done(file, "write-plan", "planMeasures[0].planWho", String.valueOf(town.social()));
        leadershipHasNoPart(file);
        heard(file);
        assertThat(sees(town.owner(), file)).containsExactly("approve-plan");
        assertThat(sees(town.principal(), file)).isEmpty();
        leadershipHasNoPart(file);
    }

    @Test
    void the_owner_says_who_leads_the_case_at_the_school_meanwhile_never_the_accused() {
        CaseFile file = reported("aboutEmployee", "leader");
        done(file, "read-report", leader(town.principal()));
        assertThat(refused(file, "appoint-investigator", "actingLead", "")).anyMatch(p -> p.startsWith("actingLead"));
        assertThat(refused(file, "appoint-investigator", "actingLeader", String.valueOf(town.principal())))
                .as("the accused").anyMatch(p -> p.startsWith("actingLeader"));
        done(file, "appoint-investigator", "actingLeader", String.valueOf(town.deputy()));
        assertThat(story.open(file, "first-contact").assignee()).isEqualTo(town.deputy());
        assertThat(gate.allows(towns.reader(town.deputy()), file.id(), Part.CONTENT)).as("named by the owner").isTrue();
        cannotSee(file, town.principal());
    }

    @Test
    void the_owner_may_lead_it_with_somebody_of_their_own() {
        CaseFile file = reported("aboutEmployee", "leader");
        done(file, "read-report", leader(town.principal()));
        done(file, "appoint-investigator", "actingLead", "owner", "actingOwner", String.valueOf(town.owner()));
        assertThat(story.open(file, "first-contact").assignee()).isEqualTo(town.owner());
        leadershipHasNoPart(file);
    }

    @Test
    void discovered_at_the_reading_the_case_leaves_the_school() {
        CaseFile file = reported();
        assertThat(sees(town.deputy(), file)).containsExactly("read-report");
        done(file, "read-report", leader(town.deputy()));

        process(file).isWaitingAtExactly("read-report");
        assertThat(story.open(file, "read-report").assignee()).isNull();
        assertThat(sees(town.owner(), file)).containsExactly("read-report");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En ny melding venter på å bli lest");
        assertThat(sees(town.principal(), file)).isEmpty();
        cannotSee(file, town.principal());
        cannotSee(file, town.deputy());

        done(file, "read-report", leader(town.deputy()));
        process(file).isWaitingAtExactly("appoint-investigator");
        mail.forget();
        done(file, "appoint-investigator");
        leadershipHasNoPart(file);
    }

    @Test
    void a_family_that_was_not_heard_before_the_discovery_is_still_the_owners() {
        CaseFile file = reported();
        door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "no-call")));
        door.add(file.id(), new Answers("new-information", Map.of("newInformation", "Det er rektor.")), List.of());
        time.settle();
        assertThat(sees(town.deputy(), file)).containsExactly("read-new-information", "read-report");
        done(file, "read-report", leader(town.principal()));
        mail.forget();
        assertThat(sees(town.owner(), file)).containsExactly("answer-family", "read-new-information", "read-report");
        leadershipHasNoPart(file);
    }

    @Test
    void missed_deadlines_never_bring_it_to_the_leadership() {
        CaseFile file = reported("aboutEmployee", "leader");
        done(file, "read-report", leader(town.principal()));
        done(file, "appoint-investigator");
        mail.forget();
        time.passTo("2026-12-04T12:00");
        assertThat(mail.to(address("rektor"))).isEmpty();
        assertThat(mail.to(address("inspektor"))).isEmpty();
        assertThat(events(file, "deadline-missed"))
                .isNotEmpty()
                .allMatch(args -> args.contains("\"school-owner\""), "goes to the owner");
        leadershipHasNoPart(file);
    }

    @Test
    void what_a_leader_was_named_for_before_the_discovery_is_over_until_the_owner_names_them() {
        CaseFile file = reported();
        String[] deputyIsResponsible = leader(town.principal());
        deputyIsResponsible[5] = String.valueOf(town.deputy());
        done(file, "read-report", deputyIsResponsible);
        mail.forget();
        leadershipHasNoPart(file);
        done(file, "read-report", leader(town.principal()));
        done(file, "appoint-investigator", "investigator", String.valueOf(town.deputy()));
        Reader named = towns.reader(town.deputy());
        assertThat(gate.allows(named, file.id(), Part.CONTENT)).as("named by the owner").isTrue();
        cannotSee(file, town.principal());
    }

    @Test
    void what_was_raised_to_the_leadership_before_the_discovery_is_the_owners_and_no_notice_reaches_a_leader() {
        CaseFile file = reported();
        door.add(file.id(), new Answers("new-information", Map.of("newInformation", "Det er rektor.")), List.of());
        time.settle();
        time.passTo("2026-11-27T16:00");
        assertThat(List.of(story.open(file, "read-report"), story.open(file, "read-new-information")))
                .allMatch(t -> ("leadership:" + town.school()).equals(t.raisedTo()));
        done(file, "read-report", leader(town.principal()));
        mail.forget();
        leadershipHasNoPart(file);
        assertThat(tasks.ofCase(file.id()).stream().filter(no.omtanke.process.TaskRow::open))
                .noneMatch(t -> tasks.audiences(t.taskId()).contains("leadership:" + town.school()));
        time.passTo("2026-12-01T16:00");
        assertThat(mail.to(address("rektor"))).isEmpty();
        leadershipHasNoPart(file);
    }

    private void leadershipHasNoPart(CaseFile file) {
        assertThat(sees(town.principal(), file)).isEmpty();
        assertThat(sees(town.deputy(), file)).isEmpty();
        cannotSee(file, town.principal());
        cannotSee(file, town.deputy());
        assertThat(mail.to(address("inspektor"))).isEmpty();
    }

    private void cannotSee(CaseFile file, long person) {
        Reader leader = towns.reader(person);
        assertThat(gate.open(leader, file.id(), Part.CONTENT)).isEmpty();
        assertThat(gate.allows(leader, file.id(), Part.TASK)).isFalse();
        assertThat(gate.allows(leader, file.id(), Part.HISTORY)).isFalse();
        for (TaskTab tab : TaskTab.values()) {
            if (tab != TaskTab.DONE) {
                assertThat(tasks.list(leader, new TaskFilter(tab, null, false, null, null, null), 20, 0))
                        .as(tab.id())
                        .isEmpty();
                assertThat(tasks.look(leader, tab, null).tasks()).as(tab.id()).isEmpty();
            }
        }
    }
}
