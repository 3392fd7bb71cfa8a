package no.omtanke.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.organization.Directory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.joda.time.DateTimeUtils;
import org.joda.time.DateTimeZone;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's settings: full history, closed expressions, the one clock, our listeners, an executor that looks often, operators. */
@Component
@Order(1)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final Clock clock;
    private final List<BpmnParseListener> listeners;
    private final Directory directory;

    EngineSettings(ApplicationContext context, Clock clock, List<BpmnParseListener> listeners, Directory directory) {
        this.context = context;
        this.clock = clock;
        this.listeners = listeners;
        this.directory = directory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // The engine's own clock is Joda's; it follows ours, wherever a test or the demo moves it.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        // A timer on a bare date fires when that day begins here, whatever zone the machine keeps.
        DateTimeZone.setDefault(DateTimeZone.forID(clock.getZone().getId()));

        engine.setExpressionManager(new ModelExpressions(context));
        engine.setTenantIdProvider(new LaneTenants(context));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        // Exceptions' texts could carry what somebody wrote.
        engine.setEnableCmdExceptionLogging(false);
        engine.setHistoryTimeToLive("P3650D");
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDefaultNumberOfRetries(12);

        // Authorizations are checked where somebody is signed in to the engine, which is in its web applications only.
        engine.setResourceAuthorizationProvider(OperatorGrants.none());
        engine.setIdentityProviderSessionFactory(OperatorsIdentity.factory(directory));

        List<BpmnParseListener> all = new ArrayList<>(listeners);
        if (engine.getCustomPostBPMNParseListeners() != null) {
            all.addAll(0, engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(all);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor executor = engine.getJobExecutor();
        if (executor == null) {
            return;
        }
        // The defaults may sleep a minute before they see a timer; a receipt is to leave at once.
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(2_000);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(200);
        // Just above the longest a mail may take (see the mail timeouts): a crashed send is repeated after that.
        executor.setLockTimeInMillis(45_000);
    }
}
