package no.omtanke.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and tells running ones that something happened. Public because subjects and doors begin cases by it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseProcesses {

    private final RuntimeService runtime;
    private final TaskRows rows;

    CaseProcesses(RuntimeService runtime, TaskRows rows) {
        this.rows = rows;
        this.runtime = runtime;
    }

    /** Starts a process on the case, in the caller's transaction. @param processKey the model's id */
    public void start(String processKey, UUID caseId, int schoolId, Facts facts) {
        identify(facts, caseId, schoolId);
        runtime.startProcessInstanceByKey(processKey, caseId.toString(), facts.asVariables());
    }

    /** Starts the process that begins with the message. */
    public void startByMessage(String message, UUID caseId, int schoolId, Facts facts) {
        identify(facts, caseId, schoolId);
        runtime.startProcessInstanceByMessage(message, caseId.toString(), facts.asVariables());
    }

    /**
     * Tells the case's running process. @return false when nothing in it listens any more, so that the caller can do something
     * else with what came
     */
    public boolean tell(String message, UUID caseId) {
        return tell(message, caseId, Facts.none());
    }

    /** The same, with facts that have changed. */
    public boolean tell(String message, UUID caseId, Facts facts) {
        var listening = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseId.toString())
                .list();
        listening.stream().findFirst().ifPresent(e -> runtime.messageEventReceived(message, e.getId(), facts.asVariables()));
        return !listening.isEmpty();
    }

    /**
     * Whether the case's process waits for the message, while nobody else does any of its tasks: of two who act in the same moment one is
     * first, and the other is told.
     */
    public boolean waitsFor(String message, UUID caseId) {
        rows.lockOpen(caseId);
        return !listening(message, caseId).isEmpty();
    }

    /** Tells the case's process that runs for the one thing, such as a measure. @return false when none of it listens */
    public boolean tellAbout(String message, UUID caseId, Fact fact, String value) {
        var listening = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseId.toString())
                .processVariableValueEquals(fact.variable(), value)
                .list();
        listening.forEach(e -> runtime.messageEventReceived(message, e.getId()));
        return !listening.isEmpty();
    }

    /** Tells the case's process that runs for the one thing what is known now. @return false when none runs for it */
    public boolean know(UUID caseId, Fact fact, String value, Facts facts) {
        var running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .variableValueEquals(fact.variable(), value)
                .list();
        running.forEach(process -> runtime.setVariables(process.getId(), facts.asVariables()));
        return !running.isEmpty();
    }

    /**
     * Tells every step of the case that waits for it about the one thing, also where several wait side by side, such as for each pupil.
     *
     * @return false when none does
     */
    public boolean tellOf(String message, UUID caseId, Fact fact, String value) {
        List<Execution> told = listening(message, caseId).stream()
                .filter(e -> value.equals(runtime.getVariable(e.getId(), fact.variable())))
                .toList();
        told.forEach(e -> runtime.messageEventReceived(message, e.getId()));
        return !told.isEmpty();
    }

    /** Tells every process of the case that listens. @return false when none does */
    public boolean tellAll(String message, UUID caseId) {
        var listening = listening(message, caseId);
        listening.forEach(e -> runtime.messageEventReceived(message, e.getId()));
        return !listening.isEmpty();
    }

    /** What has become known of the case, for its running processes and open tasks. */
    public void learn(UUID caseId, Facts facts) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .list()
                .forEach(p -> runtime.setVariables(p.getId(), facts.asVariables()));
        if (facts.has(Fact.SERIOUS)) {
            rows.classify(caseId, Boolean.TRUE.equals(facts.get(Fact.SERIOUS)));
        }
    }

    private List<Execution> listening(String message, UUID caseId) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseId.toString())
                .list();
    }

    private static void identify(Facts facts, UUID caseId, int schoolId) {
        facts.with(Fact.CASE_ID, caseId.toString()).with(Fact.SCHOOL_ID, schoolId);
    }
}
