package no.omtanke.process;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes and tells running ones that something happened. Public because subjects and doors begin cases by it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseProcesses {

    private final RuntimeService runtime;

    CaseProcesses(RuntimeService runtime) {
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

    private static void identify(Facts facts, UUID caseId, int schoolId) {
        facts.with(Fact.CASE_ID, caseId.toString()).with(Fact.SCHOOL_ID, schoolId);
    }
}
