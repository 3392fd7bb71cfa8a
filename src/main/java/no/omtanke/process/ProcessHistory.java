package no.omtanke.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Service;

/** What happened in a case's processes, step by step, without content. Public because auditors read it. */
@Service
public class ProcessHistory {

    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskRows rows;

    ProcessHistory(HistoryService history, RepositoryService repository, TaskRows rows) {
        this.history = history;
        this.repository = repository;
        this.rows = rows;
    }

    /**
     * A step of the model that was reached. Public as a line of the history.
     *
     * @param name the step's label in the model
     * @param by the person who completed it, or null for what the engine did
     * @param due null where the step has no deadline
     * @param held null while open or without a deadline, else whether it was done in time
     */
    public record Step(
            String processId,
            String processKey,
            String activityId,
            String type,
            String name,
            Instant began,
            Instant ended,
            boolean cancelled,
            Long by,
            Long holder,
            Instant due,
            Boolean held) {}

    /** A run of one model in the case. Public because each is drawn. */
    public record Run(String id, String processKey, String name, Instant began, Instant ended) {}

    /** The case's runs, oldest first. */
    public List<Run> runs(UUID caseId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(p -> new Run(
                        p.getId(),
                        p.getProcessDefinitionKey(),
                        p.getProcessDefinitionName(),
                        p.getStartTime().toInstant(),
                        instant(p.getEndTime())))
                .toList();
    }

    /** Every step of every run, in the order it happened. */
    public List<Step> steps(UUID caseId) {
        Map<String, TaskRow> tasks =
                rows.ofCase(caseId).stream().collect(Collectors.toMap(TaskRow::taskId, Function.identity()));
        List<Step> steps = new ArrayList<>();
        for (Run run : runs(caseId)) {
            history.createHistoricActivityInstanceQuery()
                    .processInstanceId(run.id())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()
                    .forEach(a -> steps.add(step(run, a, tasks.get(a.getTaskId()))));
        }
        steps.sort(Comparator.comparing(Step::began));
        return steps;
    }

    /** The model that the run followed, as BPMN. */
    public String model(String runId) {
        HistoricProcessInstance run =
                history.createHistoricProcessInstanceQuery().processInstanceId(runId).singleResult();
        try (var xml = repository.getProcessModel(run.getProcessDefinitionId())) {
            return new String(xml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Step step(Run run, HistoricActivityInstance a, TaskRow task) {
        Instant due = task == null ? null : task.dueAt();
        Instant ended = instant(a.getEndTime());
        return new Step(
                run.id(),
                run.processKey(),
                a.getActivityId(),
                a.getActivityType(),
                a.getActivityName(),
                a.getStartTime().toInstant(),
                ended,
                a.isCanceled(),
                task == null ? null : task.endedBy(),
                task == null ? null : task.assignee(),
                due,
                due == null || ended == null || a.isCanceled() ? null : !ended.isAfter(due));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
