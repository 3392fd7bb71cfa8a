package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every model in {@code bpmn/} must have, so that a new one is whole before anybody runs it. */
@OmtankeTest
class ModelTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Tasks that are answered with the form of another. */
    private static final Map<String, String> SHARED_FORMS =
            Map.ofEntries(
                    Map.entry("notify-owner-found", "notify-owner"),
                    Map.entry("appoint-investigator-found", "appoint-investigator"),
                    Map.entry("hear-accused-found", "hear-accused"),
                    Map.entry("investigate-found", "investigate"),
                    Map.entry("revise-plan", "write-plan"),
                    Map.entry("approve-provisional-plan", "approve-plan"),
                    Map.entry("give-consent-now", "give-consent"),
                    Map.entry("protection-feedback-again", "protection-feedback"),
                    Map.entry("hear-joined-pupil", "hear-pupil"),
                    Map.entry("hand-over-outcome", "hand-over-letter"),
                    Map.entry("inform-joined-guardians", "inform-guardians"));

    /** What may take its time or fail for a while: mail and documents. */
    private static final List<String> SLOW = List.of(
            "receipts", "notices", "links", "planMails", "planDocuments", "involvementMails", "protectionLetters", "healthMails",
            "healthPassing", "leaveMails", "leavePassing", "familyCaseLinks", "dossiers", "supportLetters", "applicantMails", "decisionLetters", "decisionMails", "appealLetters", "exemptionMails");

    private static final Set<String> CODE = Set.of("script", "executionListener", "taskListener", "connector");

    @Autowired
    FormCatalog forms;

    @Autowired
    FormTexts texts;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationContext beans;

    static List<Path> models() throws IOException {
        return MessageKeysTest.files(Path.of("bpmn"), ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_user_task_has_a_form_somebody_a_deadline_a_watch_and_words(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            String id = task.getId();
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRef")).isEqualTo(SHARED_FORMS.getOrDefault(id, id));
            // A decision is made anew in the form in which it was made; which one that is, is known when it runs.
            assertThat(forms.has(task.getAttributeValueNs(CAMUNDA, "formRef"))).as("%s has a form", id).isEqualTo(!id.equals("decide-anew"));
            assertThat(task.getCamundaCandidateGroups()).as("%s has a group", id).contains("${assignments.");
            assertThat(task.getCamundaDueDate()).isEqualTo(due(id));
            if (isFamilys(task)) {
                // Nobody is called late who need not answer: at the deadline the plan goes on without them.
                assertThat(timer(boundary(model, task, true))).isEqualTo(due(id));
            } else {
                BoundaryEvent watch = boundary(model, task, false);
                assertThat(timer(watch)).isEqualTo(watchFrom(id));
                assertThat(handedOn(watch, "duty")).as("what follows %s", watch.getId()).isEqualTo("${'" + id + "'}");
            }
            assertThat(task.getName()).isEqualTo(texts.title(id, Locale.forLanguageTag("nb"), null));
            for (String language : List.of("nb", "nn", "en")) {
                Locale locale = Locale.forLanguageTag(language);
                assertThat(texts.title(id, locale, null)).as("%s.title in %s", id, language).isNotBlank();
                assertThat(texts.duty(id, locale)).as("%s.duty in %s", id, language).isPresent();
                assertThat(texts.after(id, locale)).as("%s.after in %s", id, language).isPresent();
            }
        }
    }

    /** Tasks whose deadline is no number of days: a measure's own day, or a date in a letter. */
    private static final Map<String, String> OWN_DATES = Map.of(
            "do-measure", "measures.%s(measure)",
            "do-absence-measure", "absenceMeasures.%s(absenceMeasure)",
            "prepare-dossier", "supervision.%s(request)",
            "send-dossier", "supervision.%s(request)",
            "carry-out-order", "orders.%s(order)",
            "decide-leave", "leaveDates.%s(caseId)");

    /** On the day that the owner named. */
    private static final String OWNERS_ORDER = "carry-out-owner-order";

    private static String due(String id) {
        return id.equals(OWNERS_ORDER)
                ? "${ownerOrders.due(caseId)}"
                : "${" + OWN_DATES.getOrDefault(id, "deadlines.%s(caseId, '" + id + "')").formatted("due") + "}";
    }

    private static String watchFrom(String id) {
        return id.equals(OWNERS_ORDER)
                ? "${deadlines.watchBefore(ownerOrders.due(caseId))}"
                : "${" + OWN_DATES.getOrDefault(id, "deadlines.%s(caseId, '" + id + "')").formatted("watchFrom") + "}";
    }

    /** Answered by a guardian, or by whoever is asked for consent, and by nobody else. */
    private static boolean isFamilys(UserTask task) {
        return task.getCamundaCandidateGroups().equals("${assignments.guardian(guardian)}")
                || task.getCamundaCandidateGroups().startsWith("${assignments.consenter(");
    }

    private static BoundaryEvent boundary(BpmnModelInstance model, UserTask task, boolean interrupts) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task) && event.cancelActivity() == interrupts)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody watches " + task.getId()));
    }

    private static String timer(BoundaryEvent event) {
        return ((TimerEventDefinition) event.getEventDefinitions().iterator().next())
                .getTimeDate()
                .getTextContent();
    }

    /** What the called deadline process is given under the name. */
    private static String handedOn(BoundaryEvent watch, String name) {
        CallActivity call = (CallActivity) watch.getOutgoing().iterator().next().getTarget();
        assertThat(call.getCalledElement()).isEqualTo("deadline");
        return call.getExtensionElements().getElementsQuery().list().stream()
                .filter(in -> name.equals(in.getAttributeValue("target")))
                .map(in -> Stream.of("source", "sourceExpression")
                        .map(in::getAttributeValue)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** Two measures of one pupil are two things to follow up. */
    @Test
    void the_deadline_of_a_measure_is_followed_for_that_measure_alone() {
        BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("bpmn/activity-plan/measure.bpmn").toFile());
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            assertThat(handedOn(boundary(model, task, false), "pupil")).as(task.getId()).isEqualTo("measure");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn_named_and_every_choice_is_labelled(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(node.getDiagramElement()).as("%s is drawn", node.getId()).isNotNull();
            assertThat(node.getId()).matches("[a-z]+(-[a-z]+)*");
            if (!node.getElementType().getTypeName().endsWith("Gateway")) {
                assertThat(node.getName()).as("the name of %s", node.getId()).isNotBlank();
            }
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            assertThat(flow.getDiagramElement()).as("%s is drawn", flow.getId()).isNotNull();
            if (chooses(flow.getSource()) && flow.getSource().getOutgoing().size() > 1) {
                assertThat(flow.getName()).as("the label of %s", flow.getId()).isNotBlank();
                assertThat(flow.getSource().getName())
                        .as("the question of %s", flow.getSource().getId())
                        .isNotBlank();
            }
        }
    }

    private static boolean chooses(FlowNode node) {
        return node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
    }

    @ParameterizedTest
    @MethodSource("models")
    void expressions_call_known_methods_of_marked_beans_and_read_known_facts(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Collection<String> wrong = new TreeSet<>();
        ModelWords words = new ModelWords(beans);
        for (Process process : model.getModelElementsByType(Process.class)) {
            ModelWords.expressions(process.getDomElement()).forEach(e -> wrong.addAll(words.unknown(e)));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void models_call_only_what_is_there_and_run_no_code_of_their_own(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        List<String> code = new ArrayList<>();
        ModelWords.all(model.getDocument().getRootElement())
                .filter(e -> Stream.of("class", "delegateExpression").anyMatch(a -> e.hasAttribute(CAMUNDA, a))
                        || CODE.contains(e.getLocalName()))
                .forEach(e -> code.add(e.getLocalName() + " in " + e.getAttribute("id")));
        assertThat(code).isEmpty();
        Set<String> processes = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet());
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            assertThat(processes).contains(call.getCalledElement());
        }
        for (BusinessRuleTask ask : model.getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(ask.getCamundaDecisionRef())
                            .count())
                    .as(ask.getCamundaDecisionRef())
                    .isPositive();
        }
        for (ServiceTask step : model.getModelElementsByType(ServiceTask.class)) {
            assertThat(step.getCamundaExpression()).as(step.getId()).isNotBlank();
            boolean slow = SLOW.stream().anyMatch(bean -> step.getCamundaExpression().contains("{" + bean + "."));
            assertThat(step.isCamundaAsyncBefore()).as("nothing waits for %s", step.getId()).isEqualTo(slow);
        }
    }
}
