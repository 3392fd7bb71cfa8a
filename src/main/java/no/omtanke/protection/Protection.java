package no.omtanke.protection;

import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Lane;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.LaneTasks;
import no.omtanke.process.TaskQueries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the model of a report to child protection notes. Public because models call it by name. */
@Component("protection")
@CallableFromModel
@Transactional
public class Protection {

    static final String SENT = "protection-report-sent";

    private static final String ANOTHER = "let-another-in";

    private final CaseFiles cases;
    private final Assignments assignments;
    private final TaskQueries tasks;
    private final LaneTasks laneTasks;

    Protection(CaseFiles cases, Assignments assignments, TaskQueries tasks, LaneTasks laneTasks) {
        this.cases = cases;
        this.assignments = assignments;
        this.tasks = tasks;
        this.laneTasks = laneTasks;
    }

    /** Whether one of the report's people alone is still at work, and nobody has been asked to choose another. */
    public boolean alone(String caseId) {
        boolean asked = tasks.ofCase(UUID.fromString(caseId)).stream().anyMatch(t -> t.open() && t.taskKey().equals(ANOTHER));
        return !asked && assignments.inLane(caseId) == 1;
    }

    /** Whoever was chosen is in the report from now on, with a reason that stays in it. */
    public void letAnotherIn(String caseId) {
        UUID id = UUID.fromString(caseId);
        Entry chosen = cases.entries(id, ANOTHER).stream().reduce((first, second) -> second).orElseThrow();
        long person = Long.parseLong(Answers.fromJson(chosen.json()).text("anotherPerson"));
        cases.nameInLane(id, Lane.CHILD_PROTECTION, person);
        laneTasks.addressTo(id, person);
        cases.event(id, "let-into-lane", chosen.authorId(), Map.of("to", String.valueOf(person)));
    }

    /** The reporter has sent it: the three weeks in which child protection answers begin. */
    public void sent(String caseId) {
        cases.event(UUID.fromString(caseId), SENT, null, Map.of());
    }
}
