package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What every model in {@code bpmn/} must have, so that a new one is whole before anybody runs it. */
@OmtankeTest
class ModelTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

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
            assertThat(forms.has(id)).as("%s has a form", id).isTrue();
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRef")).isEqualTo(id);
            assertThat(task.getCamundaCandidateGroups()).as("%s has a group", id).contains("${assignments.");
            assertThat(task.getCamundaDueDate()).isEqualTo("${deadlines.due(caseId, '" + id + "')}");
            BoundaryEvent watch = model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(task))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody watches " + id));
            assertThat(watch.cancelActivity()).isFalse();
            assertThat(((TimerEventDefinition) watch.getEventDefinitions().iterator().next())
                            .getTimeDate()
                            .getTextContent())
                    .isEqualTo("${deadlines.watchFrom(caseId, '" + id + "')}");
            assertThat(follower(watch)).as("what follows %s", watch.getId()).isEqualTo(id);
            assertThat(task.getName()).isEqualTo(texts.title(id, Locale.forLanguageTag("nb"), null));
            for (String language : List.of("nb", "nn", "en")) {
                Locale locale = Locale.forLanguageTag(language);
                assertThat(texts.title(id, locale, null)).as("%s.title in %s", id, language).isNotBlank();
                assertThat(texts.duty(id, locale)).as("%s.duty in %s", id, language).isPresent();
                assertThat(texts.after(id, locale)).as("%s.after in %s", id, language).isPresent();
            }
        }
    }

    /** The duty that the called deadline process is given. */
    private static String follower(BoundaryEvent watch) {
        CallActivity call = (CallActivity) watch.getOutgoing().iterator().next().getTarget();
        return call.getExtensionElements().getElementsQuery().list().stream()
                .filter(in -> "duty".equals(in.getAttributeValue("target")))
                .map(in -> in.getAttributeValue("sourceExpression").replaceAll("[${}']", ""))
                .findFirst()
                .orElseThrow();
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
            if (flow.getSource() instanceof ExclusiveGateway gateway && gateway.getOutgoing().size() > 1) {
                assertThat(flow.getName()).as("the label of %s", flow.getId()).isNotBlank();
                assertThat(gateway.getName()).as("the question of %s", gateway.getId()).isNotBlank();
            }
        }
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
            boolean mails = Stream.of("receipts", "notices", "links")
                    .anyMatch(bean -> step.getCamundaExpression().contains(bean + "."));
            assertThat(step.isCamundaAsyncBefore()).as("%s waits for nobody", step.getId()).isEqualTo(mails);
        }
    }
}
