package no.omtanke.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.plan.PlanVersion.Approvable;
import no.omtanke.plan.PlanVersion.Approved;
import no.omtanke.plan.PlanVersion.Draft;
import no.omtanke.plan.PlanVersion.Provisional;
import no.omtanke.plan.PlanVersion.Replaced;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan's life as the model tells it: draft, in force, replaced, ended. Public because models call it by name. */
@Component("plans")
@CallableFromModel
@Transactional
public class Plans {

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final PlanStore plans;
    private final MeasureStore measures;
    private final PlanEntries entries;
    private final PlanParts parts;
    private final PlanSurroundings around;
    private final Clock clock;

    Plans(
            CaseFiles cases,
            CaseProcesses processes,
            PlanStore plans,
            MeasureStore measures,
            PlanEntries entries,
            PlanParts parts,
            PlanSurroundings around,
            Clock clock) {
        this.cases = cases;
        this.processes = processes;
        this.plans = plans;
        this.measures = measures;
        this.entries = entries;
        this.parts = parts;
        this.around = around;
        this.clock = clock;
    }

    /** The affected pupils who have no running plan: one each. One unnamed, when the case names nobody. */
    public List<String> pupilsToPlanFor(String caseId) {
        UUID id = UUID.fromString(caseId);
        List<UUID> planned = plans.ofCase(id).stream()
                .filter(p -> p.endedAt() == null)
                .map(PlanRow::pupil)
                .toList();
        List<UUID> affected = new ArrayList<>(cases.parties(id).stream()
                .filter(p -> p.role().equals("affected"))
                .map(Party::id)
                .toList());
        if (affected.isEmpty()) {
            affected.add(null);
        }
        return affected.stream()
                .filter(pupil -> !planned.contains(pupil))
                .map(pupil -> Objects.toString(pupil, ""))
                .toList();
    }

    /** Begins a pupil's plan. @return its id */
    public String begin(String caseId, String pupil) {
        CaseFile file = cases.file(UUID.fromString(caseId)).orElseThrow();
        UUID party = pupil.isEmpty() ? null : UUID.fromString(pupil);
        return plans.begin(file.id(), party, file.schoolId()).toString();
    }

    /** Makes the next version of what was sent last. A draft that never held is put away. */
    public void keepDraft(String plan) {
        PlanRow row = row(plan);
        List<PlanVersion> versions = plans.versions(row);
        versions.stream().filter(Draft.class::isInstance).forEach(old -> replace(row, old));
        int number = versions.stream().findFirst().map(v -> v.number() + 1).orElse(1);
        PlanContent content = DraftReader.read(entries.latest(row, "write-plan").orElseThrow().answers());
        plans.add(row, new Draft(number, clock.instant(), content));
        event(row, "plan-drafted", Map.of("version", String.valueOf(number)));
    }

    /** A provisional plan holds at once [law § 12-4]. */
    public void putInForce(String plan) {
        PlanRow row = row(plan);
        Provisional provisional = ((Draft) newest(row)).putInForce(clock.instant());
        plans.keep(row, provisional);
        supersede(row, provisional.number());
        event(row, "plan-provisional", Map.of("version", String.valueOf(provisional.number())));
    }

    /** The guardians who are asked: those of today, each separately; nobody once the pupil is 18. */
    public List<String> guardians(String plan) {
        return around.guardians(row(plan)).stream().map(Person::id).map(String::valueOf).toList();
    }

    /** Takes in the pupil's and the guardians' parts and looks at the plan by all rules. @return whether nothing was found */
    public boolean examine(String plan) {
        PlanRow row = row(plan);
        Approvable written = (Approvable) newest(row);
        PlanContent content = written.content()
                .heard(parts.pupil(row, written.writtenAt()), parts.guardians(row, written.writtenAt()));
        plans.keep(row, written.saying(content));
        return QualityGate.look(content, around.now(row, written.number())).isEmpty();
    }

    /** The leadership said yes: the version holds, what held before is kept as replaced. */
    public void approve(String plan) {
        PlanRow row = row(plan);
        Approvable written = (Approvable) newest(row);
        PlanEntries.Said yes = entries.latest(row, "approve-plan").orElseThrow();
        // Guardians may have answered while the leadership read.
        PlanContent content = written.content()
                .heard(parts.pupil(row, written.writtenAt()), parts.guardians(row, written.writtenAt()));
        boolean override = yes.text("approved").equals("override");
        Approved approved = written.saying(content)
                .approve(new Approval(
                        yes.entry().authorId(),
                        clock.instant(),
                        override ? yes.text("overrideReason") : null,
                        override ? QualityGate.look(content, around.now(row, written.number())) : List.of()));
        plans.keep(row, approved);
        supersede(row, approved.number());
        if (override) {
            cases.escalate(row.caseId());
        }
        event(row, "plan-approved", Map.of("version", String.valueOf(approved.number())));
    }

    /** The measures of the version that holds now which have not begun; the model asks once for each of them. */
    public List<String> measuresToStart(String plan) {
        PlanRow row = row(plan);
        return measures.notBegun(row.id(), newest(row).number()).stream()
                .map(UUID::toString)
                .toList();
    }

    /** When the plan is evaluated next: as the plan says, never later than the municipality allows. */
    public Date evaluateOn(String plan) {
        PlanRow row = row(plan);
        int version = newest(row).number();
        LocalDate last = around.lastEvaluation(row, version);
        LocalDate day = plans.evaluateOn(row, version)
                .filter(chosen -> !chosen.isAfter(last))
                .orElse(last);
        return Date.from(Days.morning(day, clock));
    }

    /** Whether the pupil still goes to the school. */
    public boolean pupilIsHere(String plan) {
        return around.pupilIsHere(row(plan));
    }

    /** Ends the plan and what runs of it; everything is kept. */
    public void end(String plan) {
        PlanRow row = row(plan);
        plans.end(row.id());
        over(row, measures.endOthers(row.id(), 0));
        event(row, "plan-ended", Map.of());
    }

    private void supersede(PlanRow row, int number) {
        plans.versions(row).stream()
                .filter(v -> v.number() != number && (v.inForce() || v instanceof Draft))
                .forEach(old -> replace(row, old));
        over(row, measures.endOthers(row.id(), number));
    }

    private void replace(PlanRow row, PlanVersion old) {
        Approval approval = old instanceof Approved approved ? approved.approval() : null;
        plans.keep(row, new Replaced(old.number(), old.writtenAt(), old.content(), approval, clock.instant()));
    }

    private void over(PlanRow row, List<UUID> ended) {
        ended.forEach(id -> processes.tellAbout("measure-over", row.caseId(), Fact.MEASURE, id.toString()));
    }

    private PlanVersion newest(PlanRow row) {
        return plans.versions(row).get(0);
    }

    private void event(PlanRow row, String kind, Map<String, String> args) {
        cases.event(row.caseId(), kind, null, args);
    }

    private PlanRow row(String plan) {
        return plans.plan(UUID.fromString(plan));
    }
}
