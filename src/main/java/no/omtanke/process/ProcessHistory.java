package no.omtanke.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
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
     * @param choice which way was taken out of a gateway, in the model's words, or null
     * @param pupil the party it is about, or null
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
            String choice,
            UUID pupil,
            boolean serious,
            Instant began,
            Instant ended,
            boolean cancelled,
            Long by,
            Long holder,
            Instant due,
            Boolean held) {}

    /**
     * A run of one model in the case. Public because each is drawn.
     *
     * @param duty for a run that follows a deadline: whose
     */
    public record Run(String id, String processKey, String name, String duty, Instant began, Instant ended) {}

    /** The case's runs, oldest first. */
    public List<Run> runs(UUID caseId) {
        List<HistoricProcessInstance> found = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
        Map<String, String> duties = found.isEmpty() ? Map.of() : duties(found);
        return found.stream()
                .map(p -> new Run(
                        p.getId(),
                        p.getProcessDefinitionKey(),
                        p.getProcessDefinitionName(),
                        duties.get(p.getId()),
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
            List<HistoricActivityInstance> reached = reached(run.id());
            TakenFlows flows = flows(run.id(), reached);
            reached.forEach(a -> steps.add(step(run, a, flows.choice(a.getId()), tasks.get(a.getTaskId()))));
        }
        steps.sort(Comparator.comparing(Step::began));
        return steps;
    }

    /** The arrows that the run went along. */
    public Set<String> flows(String runId) {
        return flows(runId, reached(runId)).ids();
    }

    /** The model that the run followed, as BPMN. */
    public String model(String runId) {
        try (var xml = repository.getProcessModel(run(runId).getProcessDefinitionId())) {
            return new String(xml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HistoricProcessInstance run(String runId) {
        return history.createHistoricProcessInstanceQuery().processInstanceId(runId).singleResult();
    }

    private List<HistoricActivityInstance> reached(String runId) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(runId)
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    private TakenFlows flows(String runId, List<HistoricActivityInstance> reached) {
        return new TakenFlows(repository.getBpmnModelInstance(run(runId).getProcessDefinitionId()), reached);
    }

    private Map<String, String> duties(List<HistoricProcessInstance> runs) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(runs.stream().map(HistoricProcessInstance::getId).toArray(String[]::new))
                .variableName(Fact.DUTY.variable())
                .list()
                .stream()
                .filter(v -> v.getValue() != null)
                .collect(Collectors.toMap(
                        HistoricVariableInstance::getProcessInstanceId, v -> (String) v.getValue(), (a, b) -> a));
    }

    private static Step step(Run run, HistoricActivityInstance a, String choice, TaskRow task) {
        Instant due = task == null ? null : task.dueAt();
        Instant ended = instant(a.getEndTime());
        return new Step(
                run.id(),
                run.processKey(),
                a.getActivityId(),
                a.getActivityType(),
                a.getActivityName(),
                choice,
                task == null ? null : task.pupil(),
                task != null && task.serious(),
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
