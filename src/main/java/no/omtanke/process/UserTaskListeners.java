package no.omtanke.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Hangs our listeners on every user task while a model is read: the task list's row, and the guard that refuses to complete a task
 * past its form. Built-in listeners also run where custom ones are skipped.
 */
@Component
class UserTaskListeners extends AbstractBpmnParseListener {

    static final String FAMILY_STEP_PROPERTY = "familyStep";
    /** The task is a body's own, which sees nothing of the case but what was shared with it. */
    static final String FOR_BODY_PROPERTY = "forBody";

    static final String FORM_PROPERTY = "form";
    /** Which form the task has, as an expression: a decision is made anew in the form in which it was made. */
    static final String FORM_FROM_PROPERTY = "formFrom";

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final TaskListener projection;
    private final TaskListener guard;

    UserTaskListeners(@Lazy TaskProjection projection, @Lazy FormGuard guard) {
        this.projection = projection;
        this.guard = guard;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (String event : List.of(
                TaskListener.EVENTNAME_CREATE,
                TaskListener.EVENTNAME_ASSIGNMENT,
                TaskListener.EVENTNAME_UPDATE,
                TaskListener.EVENTNAME_COMPLETE,
                TaskListener.EVENTNAME_DELETE)) {
            task.addBuiltInTaskListener(event, projection);
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, guard);
        activity.setProperty(FAMILY_STEP_PROPERTY, property(element, FAMILY_STEP_PROPERTY).map(Integer::valueOf).orElse(null));
        activity.setProperty(FOR_BODY_PROPERTY, property(element, FOR_BODY_PROPERTY).map(Boolean::valueOf).orElse(false));
        activity.setProperty(FORM_FROM_PROPERTY, property(element, FORM_FROM_PROPERTY).orElse(null));
        activity.setProperty(FORM_PROPERTY, element.attributeNS(new Namespace(CAMUNDA), "formRef", activity.getId()));
        // The Modeler finds the form by camunda:formRef; the engine's own task list is sent to our task page instead.
        task.setFormKey(new FixedValue("/tasks/open"));
        task.getFormDefinition().setCamundaFormDefinitionKey(null);
        task.getFormDefinition().setCamundaFormDefinitionBinding(null);
    }

    private static Optional<String> property(Element task, String name) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        return properties == null
                ? Optional.empty()
                : properties.elements("property").stream()
                        .filter(p -> name.equals(p.attribute("name")))
                        .map(p -> p.attribute("value"))
                        .findFirst();
    }
}
