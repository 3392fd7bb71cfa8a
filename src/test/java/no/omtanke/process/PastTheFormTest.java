package no.omtanke.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * No task ends past its form. Three walls: the addresses that are not open (Camunda's REST), the engine's authorizations for who is
 * signed in to it, and the listener that asks for a checked form whoever completes.
 */
@OmtankeTest
class PastTheFormTest {

    private static final String REST = "/camunda/api/engine/engine/default";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskRows rows;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;
    private TaskRow task;
    private String run;
    private String timer;

    @BeforeEach
    void aTaskThatWaits() {
        ProcessEngines.registerProcessEngine(engine);
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        file = story.guardianReports(town, Map.of());
        time.settle();
        task = story.open(file, "read-report");
        run = engine.getTaskService().createTaskQuery().taskId(task.taskId()).singleResult().getProcessInstanceId();
        timer = engine.getManagementService().createJobQuery().processInstanceId(run).timers().list().get(0).getId();
    }

    @AfterEach
    void itStillWaits() {
        engine.getIdentityService().clearAuthentication();
        assertThat(rows.find(task.taskId()).orElseThrow().open()).isTrue();
        assertThat(engine.getTaskService().createTaskQuery().taskId(task.taskId()).singleResult()).isNotNull();
        towns.forget(town);
    }

    @Test
    void an_operator_reads_the_task_by_rest_but_ends_it_in_no_way() {
        WebSession operator = WebSession.of(port, towns.account(operator()));
        assertThat(operator.get(REST + "/task/" + task.taskId()).body()).contains("\"taskDefinitionKey\":\"read-report\"");
        assertThat(operator.json("POST", REST + "/task", "{\"processInstanceId\":\"" + run + "\"}").body()).contains(task.taskId());

        Map<String, Integer> answers = new LinkedHashMap<>();
        attempts().forEach((what, request) -> {
            HttpResponse<String> answer = operator.json(request.get(0), REST + request.get(1), request.get(2));
            answers.put(what, answer.statusCode());
        });
        assertThat(answers).allSatisfy((what, status) -> assertThat(status).as(what).isEqualTo(403));
        // Refused by the house's doors, before Camunda: the session goes on.
        assertThat(operator.get("/operations").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_else_reads_or_ends_it_by_rest() {
        for (long person : List.of(town.principal(), town.teacher(), town.owner(), town.auditor())) {
            WebSession session = WebSession.of(port, towns.account(person));
            assertThat(session.get(REST + "/task/" + task.taskId()).statusCode()).isEqualTo(403);
            attempts().forEach((what, request) -> assertThat(
                            session.json(request.get(0), REST + request.get(1), request.get(2)).statusCode())
                    .as(what)
                    .isEqualTo(403));
        }
    }

    @Test
    void were_the_addresses_open_the_engines_authorizations_would_refuse_an_operator() {
        String operator = String.valueOf(operator());
        engine.getIdentityService().setAuthentication(operator, List.of(OperatorsIdentity.GROUP), List.of());
        Map<String, Runnable> commands = new LinkedHashMap<>();
        var tasks = engine.getTaskService();
        var runtime = engine.getRuntimeService();
        var management = engine.getManagementService();
        commands.put("complete", () -> tasks.complete(task.taskId()));
        commands.put("submit-form", () -> engine.getFormService().submitTaskForm(task.taskId(), Map.of()));
        commands.put("resolve", () -> tasks.resolveTask(task.taskId()));
        commands.put("claim", () -> tasks.claim(task.taskId(), operator));
        commands.put("assign", () -> tasks.setAssignee(task.taskId(), operator));
        commands.put("delegate", () -> tasks.delegateTask(task.taskId(), operator));
        commands.put("due date", () -> tasks.setDueDate(task.taskId(), null));
        commands.put("bpmnError", () -> tasks.handleBpmnError(task.taskId(), "error"));
        commands.put("bpmnEscalation", () -> tasks.handleEscalation(task.taskId(), "escalation"));
        commands.put("variable", () -> tasks.setVariable(task.taskId(), "accused", "none"));
        commands.put("modification", () -> runtime.createProcessInstanceModification(run)
                .cancelAllForActivity("read-report").execute());
        commands.put("deletion", () -> runtime.deleteProcessInstance(run, "past the form"));
        commands.put("signal to the execution", () -> runtime.signal(run));
        commands.put("message", () -> runtime.createMessageCorrelation("new-information")
                .processInstanceBusinessKey(file.id().toString()).correlate());
        commands.put("suspension", () -> runtime.suspendProcessInstanceById(run));
        commands.put("start", () -> runtime.startProcessInstanceByKey("school-environment"));
        commands.put("timer run early", () -> management.executeJob(timer));
        commands.put("timer moved", () -> management.setJobDuedate(timer, null));
        commands.put("timer deleted", () -> management.deleteJob(timer));
        commands.put("new model", () -> engine.getRepositoryService().createDeployment().name("x")
                .addString("x.dmn", "").deploy());
        commands.put("own grant", () -> engine.getAuthorizationService().saveAuthorization(
                engine.getAuthorizationService().createNewAuthorization(0)));
        commands.forEach((what, command) ->
                assertThatThrownBy(command::run).as(what).isInstanceOf(AuthorizationException.class));
    }

    @Test
    void an_operator_may_let_a_step_be_tried_again() {
        Job job = engine.getManagementService().createJobQuery().jobId(timer).singleResult();
        WebSession operator = WebSession.of(port, towns.account(operator()));
        operator.get(REST + "/job/" + timer);
        HttpResponse<String> answer = operator.json("PUT", REST + "/job/" + timer + "/retries", "{\"retries\": 5}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Job again = engine.getManagementService().createJobQuery().jobId(timer).singleResult();
        assertThat(again.getRetries()).isEqualTo(5);
        assertThat(again.getDuedate()).isEqualTo(job.getDuedate());
        assertThat(operator.json("POST", REST + "/job/" + timer + "/execute", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_completes_without_a_checked_form_is_refused() {
        assertThatThrownBy(() -> engine.getTaskService().complete(task.taskId()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("through its form only");
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task.taskId(), Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("through its form only");
        engine.getTaskService().delegateTask(task.taskId(), String.valueOf(town.deputy()));
        engine.getTaskService().resolveTask(task.taskId());
    }

    /** What in Camunda's REST could end a task, or move the case past it: method, address, body. */
    private Map<String, List<String>> attempts() {
        String id = "/task/" + task.taskId();
        Map<String, List<String>> attempts = new LinkedHashMap<>();
        attempts.put("complete", List.of("POST", id + "/complete", "{}"));
        attempts.put("submit-form", List.of("POST", id + "/submit-form", "{}"));
        attempts.put("resolve", List.of("POST", id + "/resolve", "{}"));
        attempts.put("claim", List.of("POST", id + "/claim", "{\"userId\":\"1\"}"));
        attempts.put("assignee", List.of("POST", id + "/assignee", "{\"userId\":\"1\"}"));
        attempts.put("delegate", List.of("POST", id + "/delegate", "{\"userId\":\"1\"}"));
        attempts.put("bpmnError", List.of("POST", id + "/bpmnError", "{\"errorCode\":\"e\"}"));
        attempts.put("bpmnEscalation", List.of("POST", id + "/bpmnEscalation", "{\"escalationCode\":\"e\"}"));
        attempts.put("update", List.of("PUT", id, "{\"assignee\":\"1\"}"));
        attempts.put("deletion of the task", List.of("DELETE", id, ""));
        attempts.put("comment", List.of("POST", id + "/comment/create", "{\"message\":\"words\"}"));
        attempts.put("variable", List.of("PUT", id + "/variables/accused", "{\"value\":\"none\"}"));
        attempts.put("task without a process", List.of("POST", "/task/create", "{\"name\":\"words\"}"));
        attempts.put(
                "modification",
                List.of(
                        "POST",
                        "/process-instance/" + run + "/modification",
                        "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"read-report\"}]}"));
        attempts.put("modification of many", List.of("POST", "/modification/execute", "{}"));
        attempts.put("migration", List.of("POST", "/migration/execute", "{}"));
        attempts.put("restart", List.of("POST", "/process-definition/" + run + "/restart", "{}"));
        attempts.put("deletion of the run", List.of("DELETE", "/process-instance/" + run, ""));
        attempts.put("deletion of many", List.of("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"" + run + "\"]}"));
        attempts.put("suspension", List.of("PUT", "/process-instance/" + run + "/suspended", "{\"suspended\":true}"));
        attempts.put("variable of the run", List.of("PUT", "/process-instance/" + run + "/variables/x", "{\"value\":1}"));
        attempts.put("signal to the execution", List.of("POST", "/execution/" + run + "/signal", "{}"));
        attempts.put("message to the execution", List.of("POST", "/execution/" + run + "/messageSubscriptions/x/trigger", "{}"));
        attempts.put("message", List.of("POST", "/message", "{\"messageName\":\"new-information\"}"));
        attempts.put("signal", List.of("POST", "/signal", "{\"name\":\"x\"}"));
        attempts.put("condition", List.of("POST", "/condition", "{}"));
        attempts.put("start", List.of("POST", "/process-definition/key/school-environment/start", "{}"));
        attempts.put("timer run early", List.of("POST", "/job/" + timer + "/execute", "{}"));
        attempts.put("timer moved", List.of("PUT", "/job/" + timer + "/duedate", "{}"));
        attempts.put("timer deleted", List.of("DELETE", "/job/" + timer, ""));
        attempts.put("jobs tried again by the dozen", List.of("POST", "/job/retries", "{}"));
        attempts.put("new model", List.of("POST", "/deployment/create", "{}"));
        attempts.put("own grant", List.of("POST", "/authorization/create", "{}"));
        attempts.put("new user", List.of("POST", "/user/create", "{}"));
        attempts.put("new filter", List.of("POST", "/filter/create", "{}"));
        attempts.put("deletion of history", List.of("DELETE", "/history/process-instance/" + run, ""));
        return attempts;
    }

    private long operator() {
        long operator = register.addPerson("Drift", town.tag(), "drift." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(operator, Role.OPERATOR, null, false, LocalDate.of(2020, 8, 1), null);
        return operator;
    }
}
