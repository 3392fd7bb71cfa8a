package no.omtanke.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.StepBacks;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has in the cases of a school, and how it is given to others. Public because an administrator hands over what a leaver
 * had. Every change joins the caller's transaction: all of it is given, or nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Holdings {

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final Assignments assignments;
    private final TaskRows rows;
    private final TaskService tasks;
    private final WayOut wayOut;

    Holdings(
            JdbcClient jdbc,
            CasePolicy policy,
            CaseFiles cases,
            StepBacks stepBacks,
            Assignments assignments,
            TaskRows rows,
            TaskService tasks,
            WayOut wayOut) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.assignments = assignments;
        this.rows = rows;
        this.tasks = tasks;
        this.wayOut = wayOut;
    }

    /** Open tasks, invitations to write, and roles in open cases. Nothing of a case that the administrator is kept out of. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Holding> of(Reader administrator, int school, long person) {
        Visible visible = policy.visibleHolding(administrator);
        Map<String, Object> params = new HashMap<>(visible.params());
        params.put("school", school);
        params.put("person", person);
        return jdbc.sql(
                        """
                        select * from (
                            select 'task' as kind, 1 as place, t.case_id, t.task_id as id, t.due_at from task_row t
                             where t.state = 'open' and t.school_id = :school and t.assignee = :person
                            union all
                            select 'writer', 4, t.case_id, t.task_id, t.due_at
                              from task_audience a join task_row t on t.task_id = a.task_id
                             where a.audience = 'person:' || :person and t.state = 'open' and t.school_id = :school
                               and t.assignee is distinct from :person
                            union all
                            select p.role, 2, p.case_id, null, null from case_party p join case_file f on f.id = p.case_id
                             where p.person_id = :person and p.role in ('responsible', 'investigator') and p.removed_at is null
                               and f.state = 'open' and f.school_id = :school) h
                        join case_file c on c.id = h.case_id where\s"""
                                + visible.condition() + " order by c.reference, h.place, h.kind, h.due_at, h.id")
                .params(params)
                .query((row, n) -> new Holding(
                        row.getString("kind"),
                        row.getObject("case_id", UUID.class),
                        row.getString("reference"),
                        row.getString("id"),
                        row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /** Whether somebody of the school may be given something in the case: why not is nobody's business who only hands it over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean mayHave(UUID caseId, long person) {
        CaseFile file = cases.file(caseId).orElseThrow();
        boolean leaderInTheOwnersCase = file.accused().equals("leader") && assignments.leads(file.schoolId(), person);
        return !leaderInTheOwnersCase && !stepBacks.keptOut(caseId).contains(person);
    }

    /** The person has it from now on. The caller has asked {@link #mayHave}. */
    public void give(Holding holding, long leaver, long to) {
        UUID caseId = holding.caseId();
        switch (holding.kind()) {
            case "task" -> tasks.setAssignee(holding.id(), String.valueOf(to));
            case "writer" -> {
                TaskRow row = rows.lock(holding.id()).orElseThrow();
                if (!Long.valueOf(to).equals(row.assignee())) {
                    tasks.addCandidateUser(holding.id(), String.valueOf(to));
                    rows.address(holding.id(), List.of("person:" + to), row.dueAt());
                    cases.addParticipant(caseId, to, Writers.ROLE);
                }
            }
            default -> {
                cases.endParty(caseId, holding.kind(), leaver);
                cases.addParty(caseId, holding.kind(), to);
                cases.addParticipant(caseId, to, holding.kind());
            }
        }
    }

    /** Takes back the rest of what the leaver has in cases of the school: to the groups, and nobody lets them in any more. */
    public void takeBackTheRest(int school, long leaver) {
        jdbc.sql(
                        """
                        select id from case_file f where f.school_id = :school and f.lane is null and (
                            exists (select 1 from case_participant p
                                     where p.case_id = f.id and p.person_id = :person and p.until is null)
                            or exists (select 1 from case_party a where a.case_id = f.id and a.person_id = :person
                                     and a.role in ('responsible', 'investigator') and a.removed_at is null)
                            or exists (select 1 from task_row t where t.case_id = f.id and t.state = 'open' and (t.assignee = :person
                                     or exists (select 1 from task_audience x
                                                 where x.task_id = t.task_id and x.audience = 'person:' || :person))))
                        """)
                .param("school", school)
                .param("person", leaver)
                .query(UUID.class)
                .list()
                .forEach(caseId -> wayOut.of(caseId, leaver, null));
    }

    /** What is addressed to a leadership that is nobody any more is the owner's. */
    public void toTheOwnerIfNobodyLeads(int school) {
        if (!assignments.hasLeaderNow(school)) {
            jdbc.sql("select distinct case_id from task_row where school_id = ? and state = 'open' and lane is null")
                    .param(school)
                    .query(UUID.class)
                    .list()
                    .forEach(caseId -> wayOut.toTheOwner(caseId, null));
        }
    }

    /** Locks the tasks, so that nobody takes or completes one while it is handed over. */
    public void lock(List<Holding> holdings) {
        holdings.stream().filter(h -> h.id() != null).map(Holding::id).sorted().forEach(rows::lock);
    }

    /** Writes on the case's timeline to whom it went. @param to a person, or leadership */
    public void tell(UUID caseId, Reader administrator, String to) {
        cases.event(caseId, "handed-over", administrator.personId(), Map.of("to", to));
    }
}
