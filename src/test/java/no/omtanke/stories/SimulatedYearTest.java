package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.calendar.DeadlineClock;
import no.omtanke.calendar.DueDates;
import no.omtanke.casefile.CaseGate;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.Unattended;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole school year, in which some do their tasks late and some never: no case is left with nobody who must act. */
@OmtankeTest
class SimulatedYearTest {

    private static final int FAMILIES = Integer.getInteger("omtanke.year.families", 60);
    private static final long SEED = Long.getLong("omtanke.year.seed", 20260817);

    /** As the table {@code statutory-duty} has them. */
    private static final List<String> STATUTORY = List.of(
            "read-report", "notify-owner", "notify-owner-late", "first-contact", "immediate-measures", "hear-pupil", "appoint-investigator",
            "investigate", "conclude", "write-plan", "approve-plan", "revise-plan", "evaluate-plan", "follow-up-measure",
            "review-plan", "review-override", "hear-pupil-plan", "close-case");

    private static final List<String> REMINDED_FIRST = List.of("read-report", "conclude", "follow-up-measure", "close-case");

    @Autowired
    DueDates dueDates;

    @Autowired
    Unattended unattended;

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TaskQueries tasks;

    @Autowired
    CaseGate gate;

    @Autowired
    FamilyDoor door;

    @Autowired
    FamilyPlans plans;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    @Test
    void no_open_case_is_without_somebody_who_can_act_and_no_missed_deadline_without_its_escalation() {
        SimulatedYear year = new SimulatedYear(story, towns, time, tasks, gate, door, plans, register, jdbc);
        long begun = System.nanoTime();
        year.live(LocalDate.of(2026, 8, 17), LocalDate.of(2027, 6, 18), FAMILIES, SEED);
        System.out.println("A school year of " + FAMILIES + " reports: " + year.figures + ", "
                + (System.nanoTime() - begun) / 1_000_000_000 + " s");
        assertThat(unattended.now().stream()
                        .filter(finding -> year.cases().contains(finding.caseId()))
                        .map(finding -> finding + " " + tasks.ofCase(finding.caseId()))
                        .toList())
                .as("open cases without a day ahead, or with a task that nobody can take")
                .isEmpty();
        assertThat(missedInSilence(year)).as("statutory steps that were missed and lifted to nobody").isEmpty();
        assertThat(year.figures).as("what a year must have had to prove anything").containsKeys("done", "not heard", "closed", "lifted");
    }

    /** Tasks of the law that were not done in time, without a line in their case that says to whom they were lifted. */
    private List<String> missedInSilence(SimulatedYear year) {
        return jdbc.sql(
                        """
                        select t.task_key, greatest(t.due_at, t.created_at), coalesce(t.ended_at, cast(? as timestamptz)) as ended from task_row t
                         where t.case_id = any(?) and t.task_key = any(?) and t.state <> 'cancelled' and t.due_at < coalesce(t.ended_at, ?)
                           and not exists (select 1 from case_event e where e.case_id = t.case_id
                                            and e.kind in ('deadline-missed', 'lifted-by-deadline') and e.args ->> 'taskId' = t.task_id)
                        """)
                .params(
                        Timestamp.from(time.now()),
                        year.cases().toArray(UUID[]::new),
                        STATUTORY.toArray(String[]::new),
                        Timestamp.from(time.now()))
                .query((row, n) -> row.getTimestamp("ended").toInstant().isAfter(liftedBy(row.getString(1), row.getTimestamp(2).toInstant()))
                        ? row.getString(1) + " of " + row.getTimestamp(2)
                        : "")
                .list()
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    // A step that begins late is late at once. Where the table begins with one more reminder, a working day passes before somebody else has it.
    private Instant liftedBy(String duty, Instant due) {
        return REMINDED_FIRST.contains(duty)
                ? dueDates.due(due, DeadlineClock.WORKING, 1, null).plusSeconds(60)
                : due.plusSeconds(60);
    }
}
