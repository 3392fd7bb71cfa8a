package no.omtanke.process;

import java.lang.reflect.Proxy;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What operators may do in the web applications: look at everything, and let a failed step be tried again. Nothing that starts, moves,
 * ends or assigns anything. Each start takes away what the database
 * held of other grants.
 */
@Component
@Order(2)
class OperatorGrants extends AbstractProcessEnginePlugin {

    private record Grant(Resource resource, String id, List<Permission> permissions) {}

    private static final List<Grant> GRANTS = List.of(
            new Grant(Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)),
            new Grant(Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)),
            new Grant(
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    List.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.READ_HISTORY,
                            ProcessDefinitionPermissions.RETRY_JOB)),
            new Grant(
                    Resources.DECISION_DEFINITION,
                    Authorization.ANY,
                    List.of(Permissions.READ, Permissions.READ_HISTORY)),
            new Grant(Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, List.of(Permissions.READ)),
            new Grant(Resources.DEPLOYMENT, Authorization.ANY, List.of(Permissions.READ)),
            new Grant(Resources.FILTER, Authorization.ANY, List.of(Permissions.READ)),
            new Grant(
                    Resources.OPERATION_LOG_CATEGORY,
                    Authorization.ANY,
                    List.of(UserOperationLogCategoryPermissions.READ)));

    static final String FILTER = "Alle oppgaver";

    /** The engine's own would give each task's holder rights in the engine, with two more statements a task. */
    static ResourceAuthorizationProvider none() {
        return (ResourceAuthorizationProvider) Proxy.newProxyInstance(
                OperatorGrants.class.getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (provider, method, arguments) -> null);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        AuthorizationService service = engine.getAuthorizationService();
        service.createAuthorizationQuery().list().forEach(held -> service.deleteAuthorization(held.getId()));
        for (Grant grant : GRANTS) {
            Authorization authorization = service.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(OperatorsIdentity.GROUP);
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
            authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
            service.saveAuthorization(authorization);
        }
        filter(engine.getFilterService());
    }

    // Without one, Tasklist shows nothing.
    private static void filter(FilterService filters) {
        if (filters.createTaskFilterQuery().filterName(FILTER).count() == 0) {
            filters.saveFilter(filters.newTaskFilter(FILTER));
        }
    }
}
