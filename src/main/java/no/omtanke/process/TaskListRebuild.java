package no.omtanke.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the task list anew from what the engine and the case file know. Run by the start argument {@code --rebuild-task-list}.
 * Public because tests compare the list before and after.
 */
@Component
public class TaskListRebuild implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskListRebuild.class);
    private static final int PAGE = 500;

    private final HistoryService history;
    private final PastTasks past;
    private final TaskRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TaskListRebuild(
            HistoryService history, PastTasks past, TaskRows rows, JdbcClient jdbc, TransactionTemplate transaction) {
        this.history = history;
        this.past = past;
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("rebuild-task-list")) {
            LOG.info("The task list was built anew: {} rows", rebuild());
        }
    }

    /** Clears the list and fills it, all or nothing; who works meanwhile waits. @return how many rows there are */
    public int rebuild() {
        return Optional.ofNullable(transaction.execute(status -> {
                    jdbc.sql("lock table task_row in exclusive mode").update();
                    rows.clear();
                    int count = 0;
                    List<HistoricTaskInstance> page;
                    do {
                        page = history.createHistoricTaskInstanceQuery().orderByTaskId().asc().listPage(count, PAGE);
                        page.forEach(this::restore);
                        count += page.size();
                    } while (page.size() == PAGE);
                    return count;
                }))
                .orElse(0);
    }

    // A row is opened, raised and ended just as it was when it happened.
    private void restore(HistoricTaskInstance task) {
        TaskRow row = past.row(task);
        rows.insert(row, task.getProcessInstanceId(), past.audiences(task));
        for (Map.Entry<java.time.Instant, String> raise : past.raises(row, task).entrySet()) {
            rows.raise(row.taskId(), raise.getValue(), raise.getKey());
        }
        if (task.getEndTime() != null) {
            boolean done = "completed".equals(task.getDeleteReason());
            rows.end(
                    row.taskId(),
                    done ? "done" : "cancelled",
                    task.getEndTime().toInstant(),
                    done ? past.author(row.taskId()) : null);
        }
    }
}
