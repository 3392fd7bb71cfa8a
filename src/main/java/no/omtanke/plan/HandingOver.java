package no.omtanke.plan;

import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.organization.Directory;
import no.omtanke.plan.MeasureStore.MeasureRow;
import no.omtanke.process.TaskDesk;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a measure to somebody else when its owner leaves or falls ill. Public because the plan's page has the button. */
@Service
@Transactional
public class HandingOver {

    private final MeasureStore measures;
    private final PlanStore plans;
    private final PlanSurroundings around;
    private final Directory directory;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final TaskQueries tasks;
    private final TaskDesk desk;

    HandingOver(
            MeasureStore measures,
            PlanStore plans,
            PlanSurroundings around,
            Directory directory,
            CaseGate gate,
            CaseFiles cases,
            TaskQueries tasks,
            TaskDesk desk) {
        this.measures = measures;
        this.plans = plans;
        this.around = around;
        this.directory = directory;
        this.gate = gate;
        this.cases = cases;
        this.tasks = tasks;
        this.desk = desk;
    }

    /** The new owner has it from now on, the open task included. @return false when the reader or the new owner may not */
    public boolean give(Reader reader, UUID measure, long to) {
        MeasureRow row = measures.find(measure).orElse(null);
        if (row == null
                || !gate.allows(reader, row.caseId(), Part.CONTENT)
                || directory.staff(row.schoolId()).stream().noneMatch(e -> e.person().id() == to)
                || around.keptOut(plans.plan(row.plan()), to)) {
            return false;
        }
        measures.own(measure, to);
        cases.addParticipant(row.caseId(), to, "measure");
        tasks.ofCase(row.caseId()).stream()
                .filter(TaskRow::open)
                .filter(task -> measure.equals(task.measure()) && task.taskKey().equals("do-measure"))
                .forEach(task -> desk.assign(reader, task.taskId(), to));
        letOut(row, to);
        cases.event(
                row.caseId(),
                "measure-handed-over",
                reader.personId(),
                Map.of("measure", measure.toString(), "to", String.valueOf(to)));
        return true;
    }

    // Who has no measure in the case any more has no way to one.
    private void letOut(MeasureRow row, long to) {
        Long former = row.measure().owner();
        if (former != null && former != to && !measures.hasAny(row.caseId(), former)) {
            cases.endParticipation(row.caseId(), former, "measure");
        }
    }
}
