package no.omtanke.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Whom the engine knows by name: today's operators, from the directory, all in one group. Nobody else is a user of the engine, nobody
 * has a password there, and nothing can be written.
 */
class OperatorsIdentity implements ReadOnlyIdentityProvider {

    static final String GROUP = "operators";

    private final Directory directory;

    OperatorsIdentity(Directory directory) {
        this.directory = directory;
    }

    static SessionFactory factory(Directory directory) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new OperatorsIdentity(directory);
            }
        };
    }

    Stream<Person> operators() {
        return directory.holders(Role.OPERATOR, null).stream();
    }

    @Override
    public User findUserById(String userId) {
        return operators()
                .filter(person -> String.valueOf(person.id()).equals(userId))
                .findFirst()
                .map(OperatorsIdentity::user)
                .orElse(null);
    }

    @Override
    public Group findGroupById(String groupId) {
        return GROUP.equals(groupId) ? group() : null;
    }

    List<User> users(IdentityQueries.Users asked) {
        return operators().map(OperatorsIdentity::user).filter(asked::fits).toList();
    }

    List<Group> groups(IdentityQueries.Groups asked) {
        boolean theirs = asked.getUserId() == null || findUserById(asked.getUserId()) != null;
        return theirs ? Optional.of(group()).filter(asked::fits).stream().toList() : List.of();
    }

    private static User user(Person person) {
        UserEntity user = new UserEntity(String.valueOf(person.id()));
        user.setFirstName(person.givenName());
        user.setLastName(person.familyName());
        return user;
    }

    private static Group group() {
        GroupEntity group = new GroupEntity(GROUP);
        group.setName(GROUP);
        return group;
    }

    @Override
    public UserQuery createUserQuery() {
        return new IdentityQueries.Users();
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new IdentityQueries.Users();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new IdentityQueries.Groups();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new IdentityQueries.Groups();
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new IdentityQueries.Tenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new IdentityQueries.Tenants();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Operators stand in the directory, not in the engine's tables");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
