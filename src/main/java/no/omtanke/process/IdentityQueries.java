package no.omtanke.process;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The questions that the web applications ask about users, groups and tenants, answered by {@link OperatorsIdentity}. */
final class IdentityQueries {

    private IdentityQueries() {}

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static OperatorsIdentity operators(CommandContext context) {
        return (OperatorsIdentity) context.getReadOnlyIdentityProvider();
    }

    private static boolean among(String id, String one, String[] several) {
        return (one == null || one.equals(id)) && (several == null || List.of(several).contains(id));
    }

    private static <T> List<T> part(List<T> all, Page page) {
        return page == null
                ? all
                : all.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    static final class Users extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        Users() {
            super(executor());
        }

        boolean fits(User user) {
            return among(user.getId(), getId(), getIds())
                    && (getGroupId() == null || getGroupId().equals(OperatorsIdentity.GROUP));
        }

        @Override
        public long executeCount(CommandContext context) {
            return operators(context).users(this).size();
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return part(operators(context).users(this), page);
        }
    }

    static final class Groups extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        Groups() {
            super(executor());
        }

        boolean fits(Group group) {
            return among(group.getId(), getId(), getIds());
        }

        @Override
        public long executeCount(CommandContext context) {
            return operators(context).groups(this).size();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            return part(operators(context).groups(this), page);
        }
    }

    /** There are none. */
    static final class Tenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        Tenants() {
            super(executor());
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return List.of();
        }
    }
}
