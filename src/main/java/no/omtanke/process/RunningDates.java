package no.omtanke.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.ModelDates.Spot;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dates that run in open cases, counted anew as their models count them. Public because a changed calendar never moves one silently:
 * an administrator sees them, and says what happens.
 *
 * <p>A date belongs to a change when the calendar before it gives the date as it stands and the calendar after it another one. What
 * somebody set, or left as it was at an earlier change, is nobody's to move.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RunningDates {

    /** A reminder goes before its deadline and the last day before a holiday before that, with another holiday in between. */
    private static final Period BEFORE = Period.ofDays(30);

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final CaseFiles cases;
    private final TaskRows rows;
    private final ModelDates models;
    private final Deadlines deadlines;
    private final TaskService tasks;
    private final ManagementService management;
    private final ProcessEngine engine;
    private final Clock clock;
    private final TransactionTemplate apart;

    RunningDates(
            JdbcClient jdbc,
            CasePolicy policy,
            CaseFiles cases,
            TaskRows rows,
            ModelDates models,
            Deadlines deadlines,
            TaskService tasks,
            ManagementService management,
            ProcessEngine engine,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.cases = cases;
        this.rows = rows;
        this.models = models;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A date that runs. @param made when it was counted @param id the task's or the timer's */
    private record Running(
            String id, boolean task, UUID caseId, String reference, int school, Instant at, Instant made, Spot spot) {}

    /** One that the change concerns. @param to null when it cannot be counted any more */
    private record Concerned(Running running, Instant to) {}

    /** What a change would do, which is not done. @param first the first day that it closes or opens */
    public List<RunningDate> look(Reader administrator, Collection<Integer> schools, LocalDate first, Runnable change) {
        return told(concerned(administrator, schools, first, change));
    }

    /** The same change, done, and the dates moved with it: the engine's, its timers', the task list's. */
    public List<RunningDate> move(Reader administrator, Collection<Integer> schools, LocalDate first, Runnable change) {
        List<Concerned> concerned = concerned(administrator, schools, first, change);
        change.run();
        List<Concerned> movable = concerned.stream().filter(c -> c.to() != null).toList();
        movable.stream().filter(c -> c.running().task()).forEach(this::moveTask);
        movable.stream().filter(c -> !c.running().task()).forEach(this::moveTimer);
        Set<UUID> moved = movable.stream().filter(c -> c.running().task()).map(c -> c.running().caseId()).collect(Collectors.toSet());
        timers(administrator, schools, first).stream()
                .filter(timer -> timer.spot().followsTheTask() && moved.contains(timer.caseId()))
                .forEach(timer -> management.recalculateJobDuedate(timer.id(), false));
        List<RunningDate> told = told(concerned);
        told.stream().filter(date -> date.to() != null).forEach(date -> cases.event(
                date.caseId(),
                "date-moved",
                administrator.personId(),
                Map.of("task", date.taskKey(), "from", day(date.from()), "to", day(date.to()))));
        return told;
    }

    private List<Concerned> concerned(Reader administrator, Collection<Integer> schools, LocalDate first, Runnable change) {
        List<Running> running = new ArrayList<>(openTasks(administrator, schools, first));
        running.addAll(timers(administrator, schools, first));
        return apart.execute(status -> {
            List<Running> explained = running.stream()
                    .filter(r -> models.canFollowSchoolDays(r.spot()))
                    .filter(r -> counted(r).filter(r.at()::equals).isPresent())
                    .toList();
            change.run();
            List<Concerned> concerned = explained.stream()
                    .map(r -> new Concerned(r, counted(r).orElse(null)))
                    .filter(c -> !c.running().at().equals(c.to()))
                    .toList();
            status.setRollbackOnly();
            return concerned;
        });
    }

    // A timer that hangs on a task whose deadline is told already is its reminder.
    private static List<RunningDate> told(List<Concerned> concerned) {
        Set<String> dueTasks = concerned.stream()
                .filter(c -> c.running().task())
                .map(c -> c.running().caseId() + c.running().spot().taskKey())
                .collect(Collectors.toSet());
        return concerned.stream()
                .filter(c -> c.running().task()
                        || c.running().spot().attachedTo() == null
                        || !dueTasks.contains(c.running().caseId() + c.running().spot().attachedTo()))
                .map(c -> new RunningDate(
                        c.running().caseId(),
                        c.running().reference(),
                        c.running().school(),
                        c.running().spot().taskKey(),
                        c.running().task(),
                        c.running().at(),
                        c.to()))
                .sorted(Comparator.comparing(RunningDate::from).thenComparing(RunningDate::reference))
                .toList();
    }

    /** As the model counts it; empty when there is no such day. A bean that gives up must not take the whole work with it. */
    private Optional<Instant> counted(Running running) {
        Supplier<Date> counting = running.task() ? () -> countTask(running.id()) : () -> countTimer(running.id());
        try {
            return Optional.ofNullable(apart.execute(status -> {
                        Date date = deadlines.asAt(running.made(), counting);
                        status.setRollbackOnly();
                        return date;
                    }))
                    .map(Date::toInstant);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Date countTask(String id) {
        ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return settings.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            return (Date) task.getTaskDefinition().getDueDateExpression().getValue(task);
        });
    }

    private Date countTimer(String id) {
        management.recalculateJobDuedate(id, false);
        return management.createJobQuery().jobId(id).singleResult().getDuedate();
    }

    private void moveTask(Concerned concerned) {
        Running running = concerned.running();
        rows.lock(running.id());
        Task task = tasks.createTaskQuery().taskId(running.id()).singleResult();
        if (task == null) {
            return;
        }
        task.setDueDate(Date.from(concerned.to()));
        tasks.saveTask(task);
    }

    private void moveTimer(Concerned concerned) {
        if (management.createJobQuery().jobId(concerned.running().id()).count() > 0) {
            management.setJobDuedate(concerned.running().id(), Date.from(concerned.to()));
        }
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone()).toString();
    }

    private List<Running> openTasks(Reader administrator, Collection<Integer> schools, LocalDate first) {
        return running(
                """
                select t.task_id as id, t.due_at as at, t.created_at as made, e.proc_def_id_ as definition, t.task_key as activity,
                       c.id as case_id, c.reference, c.school_id
                from task_row t join case_file c on c.id = t.case_id join public.act_ru_task e on e.id_ = t.task_id
                where t.state = 'open' and t.due_at > :now and t.due_at >= :first and c.school_id = any(:schools) and\s""",
                true,
                administrator,
                schools,
                first);
    }

    private List<Running> timers(Reader administrator, Collection<Integer> schools, LocalDate first) {
        return running(
                """
                select j.id_ as id, j.duedate_ as at, j.create_time_ as made, j.process_def_id_ as definition, d.act_id_ as activity,
                       c.id as case_id, c.reference, c.school_id
                from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                join public.act_ru_execution p on p.id_ = j.process_instance_id_ join case_file c on c.id::text = p.business_key_
                where j.type_ = 'timer' and j.duedate_ > :now and j.duedate_ >= :first and c.school_id = any(:schools) and\s""",
                false,
                administrator,
                schools,
                first);
    }

    // Nothing of a case that the administrator is kept out of, and of no lane: its dates stay as they are.
    private List<Running> running(
            String statement, boolean task, Reader administrator, Collection<Integer> schools, LocalDate first) {
        Visible visible = policy.visibleHolding(administrator);
        Map<String, Object> params = new HashMap<>(visible.params());
        params.put("now", Timestamp.from(clock.instant()));
        params.put("first", Timestamp.from(first.minus(BEFORE).atStartOfDay(clock.getZone()).toInstant()));
        params.put("schools", schools.toArray(Integer[]::new));
        return jdbc.sql(statement + visible.condition())
                .params(params)
                .query((row, n) -> new Running(
                        row.getString("id"),
                        task,
                        row.getObject("case_id", UUID.class),
                        row.getString("reference"),
                        row.getInt("school_id"),
                        row.getTimestamp("at").toInstant(),
                        // The engine keeps milliseconds: what happened within that one had happened.
                        row.getTimestamp("made").toInstant().plusMillis(task ? 0 : 1),
                        models.spot(row.getString("definition"), row.getString("activity"))))
                .list();
    }
}
