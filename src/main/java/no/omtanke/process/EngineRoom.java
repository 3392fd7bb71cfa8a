package no.omtanke.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may see and do in the engine, without a case's content. Public because operators' pages show it. */
@Service
public class EngineRoom {

    // The class at the bottom of what went wrong; the text after it could carry what somebody wrote.
    private static final Pattern CAUSE = Pattern.compile("^(?:Caused by: )?((?:\\w+\\.)+[\\w$]+)", Pattern.MULTILINE);
    private static final int ATTEMPTS = 12;
    private static final int SHOWN = 200;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;

    EngineRoom(ManagementService management, RuntimeService runtime, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A step that failed at least once and has not succeeded since. Public as a line of the operators' list.
     *
     * <p>Of a case in a closed lane it says that something failed, and lets it be tried again; not which step, model or case.
     *
     * @param processKey null for a step of a closed lane, as the step and the case
     * @param caseId opaque: an operator cannot look a case up by it
     * @param cause the exception's class, never its text
     * @param next when the engine tries again, or null when it has given up
     */
    public record FailedJob(
            String id, String processKey, String activityId, String caseId, int attemptsLeft, Instant next, String cause) {}

    /** How many wait at a step of a model. Public as a line of the operators' list. @param kind task, timer or work */
    public record Waiting(String processKey, String activityId, String kind, int count) {}

    /** Failed steps, those that will be tried first on top. */
    public List<FailedJob> failedJobs() {
        List<Job> jobs = management.createJobQuery().withException().orderByJobDuedate().asc().listPage(0, SHOWN);
        Map<String, ProcessInstance> instances = instances(jobs);
        return jobs.stream().map(job -> failed(job, instances.get(job.getProcessInstanceId()))).toList();
    }

    /** Lets a failed step be tried now. @return false when it is gone, because it succeeded or its case ended */
    @Transactional
    public boolean retry(String jobId) {
        Job job = management.createJobQuery().jobId(jobId).withException().singleResult();
        if (job == null) {
            return false;
        }
        if (job.getRetries() == 0) {
            management.setJobRetries(jobId, ATTEMPTS);
        }
        management.setJobDuedate(jobId, Date.from(clock.instant()));
        return true;
    }

    /** Where processes stand: open tasks, running timers and work that has not been done yet. Nothing of a closed lane is counted. */
    public List<Waiting> waiting() {
        return jdbc.sql(
                        """
                        select process_key, task_key as step, 'task' as kind, count(*) as n from task_row
                        where state = 'open' and lane is null group by 1, 2
                        union all
                        select j.process_def_key_, d.act_id_, case when j.type_ = 'timer' then 'timer' else 'work' end, count(*)
                        from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.tenant_id_ is null
                        group by 1, 2, 3
                        order by 1, 3, 2
                        """)
                .query((row, n) -> new Waiting(
                        row.getString("process_key"), row.getString("step"), row.getString("kind"), row.getInt("n")))
                .list();
    }

    /** Mails that have not left: only sending a mail is an asynchronous step of our models. */
    public long unsentMails() {
        return management.createJobQuery().messages().count();
    }

    /** The engine's version. */
    public String version() {
        return String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion());
    }

    private Map<String, ProcessInstance> instances(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private FailedJob failed(Job job, ProcessInstance instance) {
        boolean closed = job.getTenantId() != null;
        return new FailedJob(
                job.getId(),
                closed ? null : job.getProcessDefinitionKey(),
                closed ? null : job.getFailedActivityId(),
                closed || instance == null ? null : instance.getBusinessKey(),
                job.getRetries(),
                job.getRetries() == 0 ? null : Optional.ofNullable(job.getDuedate()).map(Date::toInstant).orElse(clock.instant()),
                cause(management.getJobExceptionStacktrace(job.getId())));
    }

    static String cause(String stacktrace) {
        String last = null;
        Matcher found = CAUSE.matcher(stacktrace == null ? "" : stacktrace);
        while (found.find()) {
            last = found.group(1);
        }
        return last == null ? "" : last.substring(last.lastIndexOf('.') + 1);
    }
}
