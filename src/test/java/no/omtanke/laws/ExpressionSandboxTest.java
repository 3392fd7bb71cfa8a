package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.omtanke.OmtankeTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that somebody drew reaches the process variables and the marked beans, and nothing behind them. */
@OmtankeTest
class ExpressionSandboxTest {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${caseId.getClass().getClassLoader()}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${execution.processEngine}",
                "${execution.setVariable('x', 'y')}",
                "${dataSource}",
                "${dataSource.getConnection()}",
                "${environment.getProperty('omtanke.master-key')}",
                "${vault}",
                "${caseFiles}",
                "${directory}",
                "${directory.municipality()}",
                "${runtimeService}",
                "${processEngine.getName()}",
                "${authenticatedUserId.getClass()}",
                "${deadlines.class}",
                "${deadlines.getClass().forName('java.lang.Runtime')}",
                "${assignments.getClass().getDeclaredFields()}"
            })
    void what_a_model_must_not_reach_it_does_not_reach(String expression) {
        assertThatThrownBy(() -> runs(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${caseId}", "${caseId == 'a'}", "${deadlines.later(2)}"})
    void what_it_may_reach_it_reaches(String expression) {
        assertThatCode(() -> runs(expression)).doesNotThrowAnyException();
    }

    private void runs(String expression) {
        var model = Bpmn.createExecutableProcess("sandbox")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("attempt")
                .camundaExpression(expression)
                .endEvent()
                .done();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("sandbox.bpmn", model)
                .deploy();
        try {
            engine.getRuntimeService()
                    .startProcessInstanceByKey("sandbox", java.util.Map.of("caseId", java.util.UUID.randomUUID().toString()));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }
}
