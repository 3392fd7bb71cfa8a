package no.omtanke.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may have a link to a plan, today. Public because the portal opens and renews links, and staff give the screen to the pupil. */
@Service
@Transactional
public class FamilyLinks {

    private final PlanStore plans;
    private final PlanSurroundings around;
    private final CaseProcesses processes;

    FamilyLinks(PlanStore plans, PlanSurroundings around, CaseProcesses processes) {
        this.plans = plans;
        this.around = around;
        this.processes = processes;
    }

    /** The pupil of a plan, known in the directory. Public because a session is begun for them. */
    public record PupilOfPlan(UUID plan, long person) {}

    /** Whether the person still is the pupil or a guardian: guardianship ends, and with 18 years it ends for all. */
    @Transactional(readOnly = true)
    public boolean open(UUID plan, long person) {
        return plans.find(plan).flatMap(row -> around.family(row, person)).isPresent();
    }

    /** Sends a new link to the address that the directory has for the person; nobody else is ever mailed by it. */
    public void sendAgain(UUID plan, long person) {
        plans.find(plan)
                .filter(row -> around.family(row, person).map(Person::email).isPresent())
                .ifPresent(row -> processes.start(
                        "send-plan-link",
                        row.caseId(),
                        row.schoolId(),
                        Facts.none()
                                .with(Fact.PLAN, plan.toString())
                                .with(Fact.GUARDIAN, String.valueOf(person))));
    }

    /** The pupil whom the task asks, when the directory knows them. */
    @Transactional(readOnly = true)
    public Optional<PupilOfPlan> pupilOf(TaskRow task) {
        return plans.ofCase(task.caseId()).stream()
                .filter(row -> row.pupil() != null && Objects.equals(row.pupil(), task.pupil()))
                .reduce((first, second) -> second)
                .flatMap(row -> around.pupil(row).map(pupil -> new PupilOfPlan(row.id(), pupil.id())));
    }
}
