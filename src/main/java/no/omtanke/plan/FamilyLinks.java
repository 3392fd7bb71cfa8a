package no.omtanke.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
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
    private final SecureLinks links;
    private final AccessLog log;

    FamilyLinks(
            PlanStore plans, PlanSurroundings around, CaseProcesses processes, SecureLinks links, AccessLog log) {
        this.plans = plans;
        this.around = around;
        this.processes = processes;
        this.links = links;
        this.log = log;
    }

    /** The pupil of a plan, known in the directory. Public because a session is begun for them. */
    public record PupilOfPlan(UUID plan, long person) {}

    /** Whether the person still is the pupil or a guardian: guardianship ends, and with 18 years it ends for all. */
    @Transactional(readOnly = true)
    public boolean open(UUID plan, long person) {
        return plans.find(plan).flatMap(row -> around.family(row, person)).isPresent();
    }

    /**
     * Ends the person's links and sessions when they may not see the plan any more: the row and the log then say why.
     *
     * @return whether they still may
     */
    public boolean openOrEnd(UUID plan, long person) {
        Optional<PlanRow> found = plans.find(plan);
        boolean open = found.flatMap(row -> around.family(row, person)).isPresent();
        found.filter(row -> !open).ifPresent(row -> {
            String why = around.ofAge(row) ? "of-age" : "no-guardian";
            if (links.end(LinkPurpose.MY_PLAN, plan, person, why)) {
                log.link(person, row.caseId(), LinkPurpose.MY_PLAN.via(), false, "ended-" + why);
            }
        });
        return open;
    }

    /** The same for everybody who could come in now, also those who never come. */
    public void endThoseOver() {
        links.holders(LinkPurpose.MY_PLAN).stream()
                .filter(holder -> holder.personId() != null)
                .forEach(holder -> openOrEnd(holder.subject(), holder.personId()));
    }

    /** Where mail to a member of the family goes: what the directory has today. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID plan, long person) {
        return plans.find(plan)
                .flatMap(row -> around.family(row, person))
                .map(Person::email)
                .filter(email -> !email.isBlank());
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
