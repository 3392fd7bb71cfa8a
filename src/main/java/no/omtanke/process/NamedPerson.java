package no.omtanke.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Names who does something, for the engine's history. Whether they may was decided by the policy: the engine's own authorizations are
 * for its web applications and not asked here.
 */
@Component
class NamedPerson {

    private final ProcessEngine engine;
    private final IdentityService identity;

    NamedPerson(ProcessEngine engine, IdentityService identity) {
        this.engine = engine;
        this.identity = identity;
    }

    void does(long personId, Runnable work) {
        // Where they may be, the policy has said: also in a closed lane, which the engine keeps from everybody else who is named to it.
        identity.setAuthentication(String.valueOf(personId), null, List.of(LaneTenants.CLOSED));
        try {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        work.run();
                        return null;
                    }));
        } finally {
            identity.clearAuthentication();
        }
    }
}
