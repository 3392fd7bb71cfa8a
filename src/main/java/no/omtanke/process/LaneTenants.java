package no.omtanke.process;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.context.ApplicationContext;

/**
 * Whatever runs for a case in a closed lane, its tasks, timers, jobs and history belong to a tenant that nobody is a member of. Operators
 * are signed in to the engine's web applications without tenants, so that the engine itself shows and counts none of it for them.
 */
class LaneTenants implements TenantIdProvider {

    /** Nobody's. */
    static final String CLOSED = "closed";

    private final ApplicationContext context;

    LaneTenants(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext started) {
        DelegateExecution caller = started.getSuperExecution();
        return caller != null ? caller.getTenantId() : ofCase(started.getVariables().get(Fact.CASE_ID.variable()));
    }

    // What is asked of a table outside of any process names a duty and the moment, and with that what somebody does just now.
    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext asked) {
        return asked.getExecution() == null ? CLOSED : asked.getExecution().getTenantId();
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext started) {
        return null;
    }

    // Asked for when it is needed: the engine is built before the case file.
    private String ofCase(Object caseId) {
        return Optional.ofNullable(caseId)
                .map(id -> UUID.fromString((String) id))
                .flatMap(context.getBean(CaseFiles.class)::file)
                .map(CaseFile::lane)
                .map(lane -> CLOSED)
                .orElse(null);
    }
}
