package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.OmtankeTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the school-environment case, told as stories; together they reach every step of the models. */
@OmtankeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchoolEnvironmentTest {

    @Autowired
    ProcessEngine engine;

    @Nested
    class Pupil_accused extends PupilAccusedStories {}

    @Nested
    class Employee_accused extends EmployeeAccusedStories {}

    @Nested
    class Leader_accused extends LeaderAccusedStories {}

    @Nested
    class Plan extends PlanStories {}

    @Nested
    class Provisional_plan extends ProvisionalPlanStories {}

    @Nested
    class Measure extends MeasureStories {}

    @Nested
    class Evaluation extends EvaluationStories {}

    @Nested
    class Plan_year extends PlanYearStories {}

    @Nested
    class Plan_trouble extends PlanTroubleStories {}

    @Nested
    class Intervention extends InterventionStories {}

    @Nested
    class Absence extends AbsenceStories {}

    @Nested
    class Exemption extends ExemptionStories {}

    @Nested
    class Joined extends JoinedStories {}

    @Nested
    class Split extends SplitStories {}

    @Nested
    class Family extends FamilyStories {}

    @Nested
    class Deadline extends DeadlineStories {}

    @Nested
    class Involvement extends InvolvementStories {}

    @Nested
    class Support extends SupportStories {}

    @Nested
    class Supervision extends SupervisionStories {}

    @Nested
    class Escalation extends EscalationStories {}

    @Nested
    class Escalation_rungs extends RungStories {}

    @Nested
    class Leave extends LeaveStories {}

    @Nested
    class Trouble extends TroubleStories {}

    @Nested
    class Child_protection extends ProtectionStories {}

    @Nested
    class Health_contact extends HealthStories {}

    @Nested
    class Individual_decision extends DecisionStories {}

    @Nested
    class Appeal extends AppealStories {}

    @Nested
    class Applying extends ApplyingStories {}

    @AfterAll
    void the_stories_reach_every_step() {
        var coverage = ModelCoverage.of(engine);
        System.out.println(coverage.table());
        assertThat(coverage.missed()).as("steps that no story reaches").isEmpty();
    }
}
