package no.omtanke.process;

import java.util.List;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.FormCatalog;
import no.omtanke.process.TaskDesk.Result;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Colleagues whom a task's holder asks to write a shared form with them. Public because the task page has these buttons. */
@Service
@Transactional
public class Writers {

    /** What a colleague is in the case meanwhile. */
    static final String ROLE = "writer";

    private final TaskService tasks;
    private final TaskRows rows;
    private final CaseFiles cases;
    private final FormCatalog catalog;
    private final StepBacks stepBacks;

    Writers(TaskService tasks, TaskRows rows, CaseFiles cases, FormCatalog catalog, StepBacks stepBacks) {
        this.tasks = tasks;
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.stepBacks = stepBacks;
    }

    /** Those who were asked, besides the holder. */
    @Transactional(readOnly = true)
    public List<Long> of(TaskRow task) {
        return rows.audiences(task.taskId()).stream()
                .filter(audience -> audience.startsWith("person:"))
                .map(audience -> Long.valueOf(audience.substring("person:".length())))
                .filter(person -> !person.equals(task.assignee()))
                .toList();
    }

    /** The holder asks a colleague. The caller has checked that the person works at the school. */
    public Result inviteToWrite(Reader reader, String taskId, long person) {
        TaskRow row = rows.lock(taskId).orElse(null);
        if (!holds(reader, row) || !catalog.form(row.formId()).shared() || stepBacks.keptOut(row.caseId()).contains(person)) {
            return Result.NOT_ALLOWED;
        }
        if (person != reader.personId() && !of(row).contains(person)) {
            tasks.addCandidateUser(taskId, String.valueOf(person));
            rows.address(taskId, List.of("person:" + person), row.dueAt());
            cases.addParticipant(row.caseId(), person, ROLE, row.pupil());
            event(row, "writer-invited", reader, person);
        }
        return Result.DONE;
    }

    /** The holder, or the colleague, ends it. */
    public Result endWriting(Reader reader, String taskId, long person) {
        TaskRow row = rows.lock(taskId).orElse(null);
        boolean invited = row != null && row.open() && of(row).contains(person);
        if (!invited || !holds(reader, row) && reader.personId() != person) {
            return Result.NOT_ALLOWED;
        }
        tasks.deleteCandidateUser(taskId, String.valueOf(person));
        rows.withdraw(taskId, "person:" + person);
        if (!rows.invites(row.caseId(), person)) {
            cases.endParticipation(row.caseId(), person, ROLE);
        }
        event(row, "writer-ended", reader, person);
        return Result.DONE;
    }

    private static boolean holds(Reader reader, TaskRow row) {
        return row != null && row.open() && Long.valueOf(reader.personId()).equals(row.assignee());
    }

    private void event(TaskRow row, String kind, Reader by, long person) {
        cases.event(
                row.caseId(), kind, by.personId(), Map.of("task", row.taskKey(), "to", String.valueOf(person)));
    }
}
