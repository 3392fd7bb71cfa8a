package no.omtanke.process;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes back everything that a person has in a case: tasks, invitations, named roles, measures, and what let them in. Who is kept out
 * of the case is known before this is asked, so that nothing comes back to them.
 */
@Component
class WayOut {

    /** Parties who work in the case. */
    static final List<String> WORKING = List.of("responsible", "investigator");

    private final CaseFiles cases;
    private final TaskRows rows;
    private final TaskService tasks;
    private final Assignments assignments;
    private final ObjectProvider<Leaving> others;

    WayOut(
            CaseFiles cases,
            TaskRows rows,
            TaskService tasks,
            Assignments assignments,
            ObjectProvider<Leaving> others) {
        this.cases = cases;
        this.rows = rows;
        this.tasks = tasks;
        this.assignments = assignments;
        this.others = others;
    }

    /** @param except a task that is being completed, or null */
    void of(UUID caseId, long person, String except) {
        WORKING.forEach(role -> cases.endParty(caseId, role, person));
        others.forEach(other -> other.leaves(caseId, person));
        rows.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> !row.taskId().equals(except))
                .forEach(row -> takeBack(row, person));
        if (assignments.leadership(caseId.toString()).equals(Assignments.OWNER)) {
            toTheOwner(caseId, except);
        }
        cases.endParticipations(caseId, person);
    }

    /** When nobody is left in the leadership, what is addressed to it is the owner's. */
    void toTheOwner(UUID caseId, String except) {
        CaseFile file = cases.file(caseId).orElseThrow();
        String leadership = "leadership:" + file.schoolId();
        rows.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> !row.taskId().equals(except))
                .filter(row -> rows.audiences(row.taskId()).contains(leadership))
                .forEach(row -> {
                    // What a missed deadline raised to the leadership would else stay there.
                    rows.raisedInstead(row.taskId(), leadership, Assignments.OWNER);
                    // Deleted before the new one is added: the listener still sees the former until the next change.
                    tasks.deleteCandidateGroup(row.taskId(), leadership);
                    tasks.addCandidateGroup(row.taskId(), Assignments.OWNER);
                });
    }

    private void takeBack(TaskRow row, long person) {
        String own = "person:" + person;
        List<String> audiences = rows.audiences(row.taskId());
        boolean holds = Long.valueOf(person).equals(row.assignee());
        if (holds) {
            // A leader's task is the other leader's; any other goes back to the group it is addressed to.
            boolean leaders = audiences.contains("leadership:" + row.schoolId()) && assignments.leads(row.schoolId(), person);
            String next = leaders ? assignments.principal(row.caseId().toString()) : null;
            tasks.setAssignee(row.taskId(), String.valueOf(person).equals(next) ? null : next);
        } else if (audiences.contains(own)) {
            tasks.deleteCandidateUser(row.taskId(), String.valueOf(person));
            rows.withdraw(row.taskId(), own);
        }
    }
}
