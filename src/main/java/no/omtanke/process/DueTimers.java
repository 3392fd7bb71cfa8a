package no.omtanke.process;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;

/**
 * Lets time pass in order: stops the executor, goes from one due timer to the next, and starts it again. Public because the demo's
 * clock and the tests move time by it.
 */
@Service
public class DueTimers {

    private final ManagementService management;
    private final ProcessEngine engine;

    DueTimers(ManagementService management, ProcessEngine engine) {
        this.management = management;
        this.engine = engine;
    }

    /**
     * Runs what becomes due up to the moment, each at its own time.
     *
     * @param moveClock sets the clock; called with each due time on the way and with the moment at the end
     */
    public synchronized void passTo(Instant moment, Instant now, Consumer<Instant> moveClock) {
        JobExecutor executor = executor();
        boolean active = executor != null && executor.isActive();
        if (active) {
            executor.shutdown();
        }
        try {
            Instant at = now;
            runDue();
            for (Optional<Instant> next = next(moment); next.isPresent(); next = next(moment)) {
                at = next.get().isAfter(at) ? next.get() : at;
                moveClock.accept(at);
                if (runDue() == 0) {
                    // A timer that is due but refuses to run (it failed) must not hold time back.
                    break;
                }
            }
            moveClock.accept(moment);
            runDue();
        } finally {
            if (active) {
                executor.start();
            }
        }
    }

    /** When the next timer of any process is due. */
    public Optional<Instant> nextDue() {
        return management.createJobQuery().timers().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    /** Runs every job that can run now. @return how many ran */
    public int runDue() {
        int ran = 0;
        while (true) {
            var due = management.createJobQuery().executable().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 50);
            int before = ran;
            for (Job job : due) {
                try {
                    management.executeJob(job.getId());
                    ran++;
                } catch (RuntimeException e) {
                    // The engine has written down the failure and will try again; the others go on.
                    continue;
                }
            }
            if (ran == before) {
                return ran;
            }
        }
    }

    private Optional<Instant> next(Instant moment) {
        return nextDue().filter(due -> !due.isAfter(moment));
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}
