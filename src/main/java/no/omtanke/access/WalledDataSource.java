package no.omtanke.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells each connection for whom it asks, before anybody asks: PostgreSQL's row-level security reads it. A connection that was told the
 * same last time is not told again. Told outside of a transaction, so that no rollback takes it back.
 */
final class WalledDataSource extends DelegatingDataSource {

    private static final String TELL =
            """
            select set_config('omtanke.facts', ?, false), set_config('omtanke.content', ?, false),
                   set_config('omtanke.schools', ?, false), set_config('omtanke.cases', ?, false),
                   set_config('omtanke.person', ?, false), set_config('omtanke.bodies', ?, false),
                   set_config('omtanke.health', ?, false)
            """;

    private final Map<PGConnection, Actor> told = Collections.synchronizedMap(new WeakHashMap<>());

    WalledDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            Actor actor = Actors.current();
            PGConnection itself = connection.unwrap(PGConnection.class);
            if (!actor.equals(told.get(itself))) {
                tell(connection, actor);
                told.put(itself, actor);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void tell(Connection connection, Actor actor) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("a connection is told for whom it asks before a transaction begins");
        }
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, actor.facts());
            statement.setString(2, actor.content());
            statement.setString(3, actor.schoolList());
            statement.setString(4, actor.caseList());
            statement.setString(5, actor.person());
            statement.setString(6, actor.bodyList());
            statement.setString(7, actor.healthList());
            statement.execute();
        }
    }
}
