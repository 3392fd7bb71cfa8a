package no.omtanke.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine's history and the case file know of a task, told as the task list would. */
@Component
class PastTasks {

    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final CaseFiles cases;
    private final JdbcClient jdbc;

    PastTasks(
            HistoryService history,
            RepositoryService repository,
            TaskService tasks,
            CaseFiles cases,
            JdbcClient jdbc) {
        this.history = history;
        this.repository = repository;
        this.tasks = tasks;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** The task's row as it was when it began, but for what changed since. */
    TaskRow row(HistoricTaskInstance task) {
        CaseFile file = cases.file(caseOf(task)).orElseThrow();
        return new TaskRow(
                task.getId(),
                file.id(),
                task.getProcessDefinitionKey(),
                task.getTaskDefinitionKey(),
                form(task),
                file.schoolId(),
                forBody(task) ? null : pupil(task),
                measure(task),
                whereItRan(task, Fact.INVOLVEMENT),
                forBody(task),
                task.getAssignee() == null ? null : Long.valueOf(task.getAssignee()),
                serious(file, task.getEndTime()),
                familyStep(task),
                task.getStartTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                "open",
                null,
                null,
                null);
    }

    Collection<String> audiences(HistoricTaskInstance task) {
        Set<String> audiences = new HashSet<>();
        if (task.getEndTime() == null) {
            tasks.getIdentityLinksForTask(task.getId()).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .forEach(link -> audiences.add(
                            link.getGroupId() != null ? link.getGroupId() : "person:" + link.getUserId()));
            if (task.getAssignee() != null) {
                audiences.add("person:" + task.getAssignee());
            }
        }
        return audiences;
    }

    /** When missed deadlines raised the task, and to whom. */
    Map<Instant, String> raises(TaskRow row, HistoricTaskInstance task) {
        return cases.events(row.caseId()).stream()
                .filter(e -> e.kind().equals("deadline-missed") && row.taskId().equals(e.args().get("taskId")))
                .collect(Collectors.toMap(
                        e -> e.at(), e -> audience(e.args().get("to"), row.schoolId()), (a, b) -> b, TreeMap::new));
    }

    /** Who completed the task: who wrote its entry. */
    Long author(String taskId) {
        return jdbc.sql("select author_id from case_entry where task_id = ? order by written_at desc limit 1")
                .param(taskId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static String audience(String level, int schoolId) {
        return level.equals("leadership") ? level + ":" + schoolId : level;
    }

    private UUID caseOf(HistoricTaskInstance task) {
        return UUID.fromString(history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    // An open task knows its pupil, a done one has an entry about them; a cancelled one is asked where it ran.
    private UUID pupil(HistoricTaskInstance task) {
        if (task.getEndTime() == null) {
            Object pupil = tasks.getVariable(task.getId(), Fact.PUPIL.variable());
            return pupil instanceof String text && !text.isEmpty() ? UUID.fromString(text) : null;
        }
        return jdbc.sql("select about from case_entry where task_id = ? and about is not null limit 1")
                .param(task.getId())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> whereItRan(task, Fact.PUPIL));
    }

    private UUID measure(HistoricTaskInstance task) {
        return whereItRan(task, Fact.MEASURE);
    }

    private UUID whereItRan(HistoricTaskInstance task, Fact fact) {
        Map<String, String> known = history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .variableName(fact.variable())
                .list()
                .stream()
                .filter(v -> v.getValue() instanceof String text && !text.isEmpty())
                .collect(Collectors.toMap(
                        HistoricVariableInstance::getExecutionId, v -> (String) v.getValue(), (a, b) -> b));
        String scope = known.isEmpty() ? null : task.getActivityInstanceId();
        while (scope != null) {
            HistoricActivityInstance inside = history.createHistoricActivityInstanceQuery()
                    .activityInstanceId(scope)
                    .singleResult();
            if (inside != null && known.containsKey(inside.getExecutionId())) {
                return UUID.fromString(known.get(inside.getExecutionId()));
            }
            scope = inside == null ? null : inside.getParentActivityInstanceId();
        }
        return null;
    }

    // An ended task keeps the seriousness that the case had then.
    private boolean serious(CaseFile file, Date ended) {
        if (ended == null) {
            return file.serious();
        }
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .list()
                .stream()
                .flatMap(run -> history
                        .createHistoricDetailQuery()
                        .variableUpdates()
                        .processInstanceId(run.getId())
                        .list()
                        .stream())
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> update.getVariableName().equals(Fact.SERIOUS.variable()))
                .filter(update -> !update.getTime().after(ended))
                .max(Comparator.comparing(HistoricVariableUpdate::getTime))
                .map(update -> Boolean.TRUE.equals(update.getValue()))
                .orElse(file.serious());
    }

    private UserTask model(HistoricTaskInstance task) {
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }

    // A decision that is made anew is made in the form of the first: its entry knows, else the decision.
    private String form(HistoricTaskInstance task) {
        if (property(task, UserTaskListeners.FORM_FROM_PROPERTY).isPresent()) {
            return jdbc.sql("select form_id from case_entry where task_id = ?")
                    .param(task.getId())
                    .query(String.class)
                    .optional()
                    .orElseGet(() -> decided(task));
        }
        return Optional.ofNullable(model(task).getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
                .orElse(task.getTaskDefinitionKey());
    }

    // In the form in which the decision was made that is to be made anew.
    private String decided(HistoricTaskInstance task) {
        return jdbc.sql("select e.form_id from individual_decision d join case_entry e on e.id = d.entry_id where d.id = ?")
                .param(whereItRan(task, Fact.DECISION))
                .query(String.class)
                .single();
    }

    private Integer familyStep(HistoricTaskInstance task) {
        return property(task, UserTaskListeners.FAMILY_STEP_PROPERTY).map(Integer::valueOf).orElse(null);
    }

    private boolean forBody(HistoricTaskInstance task) {
        return property(task, UserTaskListeners.FOR_BODY_PROPERTY).map(Boolean::valueOf).orElse(false);
    }

    private Optional<String> property(HistoricTaskInstance task, String name) {
        return Optional.ofNullable(model(task).getExtensionElements())
                .map(e -> e.getElementsQuery().filterByType(CamundaProperties.class))
                .filter(q -> q.count() > 0)
                .flatMap(q -> q.singleResult().getCamundaProperties().stream()
                        .filter(p -> name.equals(p.getCamundaName()))
                        .findFirst())
                .map(p -> p.getCamundaValue());
    }
}
