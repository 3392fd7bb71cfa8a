package no.omtanke.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.omtanke.calendar.DeadlineClock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How a model says that a date is counted, and whether a school's days can have a part in it. */
@Component
class ModelDates {

    /** A row of the table: its clock says it. */
    private static final Pattern TABLE = Pattern.compile("\\$\\{deadlines\\.(?:due|watchFrom)\\(caseId, ?'([a-z-]+)'\\)}");
    /** Working days, or a date that is read where it was set. */
    private static final Pattern NEVER = Pattern.compile("\\$\\{deadlines\\.(?:later|caseAge|watchBefore|dueOf)\\(.*");

    private static final Pattern OF_THE_TASK = Pattern.compile("\\$\\{deadlines\\.dueOf\\(.*");

    private final RepositoryService models;
    private final Deadlines deadlines;
    private final Map<String, Spot> spots = new ConcurrentHashMap<>();

    ModelDates(@Lazy RepositoryService models, Deadlines deadlines) {
        this.models = models;
        this.deadlines = deadlines;
    }

    /** @param attachedTo the task that the timer hangs on, or null @param taskKey the task that it is about, or else its own id */
    record Spot(String expression, String attachedTo, String taskKey) {

        /** It waits for the deadline of a task, wherever that is. */
        boolean followsTheTask() {
            return OF_THE_TASK.matcher(expression).matches();
        }
    }

    /** @param activity a user task's or a timer's id */
    Spot spot(String definition, String activity) {
        return spots.computeIfAbsent(definition + "#" + activity, key -> read(definition, activity));
    }

    boolean canFollowSchoolDays(Spot spot) {
        Matcher row = TABLE.matcher(spot.expression());
        if (row.matches()) {
            return Stream.of(true, false).anyMatch(serious -> deadlines.rule(row.group(1), serious).clock() == DeadlineClock.SCHOOL);
        }
        return !spot.expression().isEmpty() && !NEVER.matcher(spot.expression()).matches();
    }

    private Spot read(String definition, String activity) {
        ModelElementInstance element = models.getBpmnModelInstance(definition).getModelElementById(activity);
        if (element instanceof UserTask task) {
            return new Spot(Optional.ofNullable(task.getCamundaDueDate()).orElse(""), null, activity);
        }
        String expression = element instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                        .filter(date -> date != null)
                        .map(date -> date.getTextContent().strip())
                        .findFirst()
                        .orElse("")
                : "";
        if (element instanceof BoundaryEvent boundary) {
            String task = boundary.getAttachedTo().getId();
            return new Spot(expression, task, task);
        }
        return new Spot(expression, null, element instanceof FlowNode node ? next(node).orElse(activity) : activity);
    }

    private static Optional<String> next(FlowNode node) {
        return node.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(UserTask.class::isInstance)
                .map(FlowNode::getId)
                .findFirst();
    }
}
