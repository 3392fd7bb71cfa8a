package no.omtanke.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may do what with keys at the same time, in any number of programs: the database keeps these locks. */
@Component
class KeyLocks {

    // "omtanke" and which of the two.
    private static final long COMMAND = 0x6f6d74616e6b6501L;
    private static final long WRAPPING = 0x6f6d74616e6b6502L;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final JdbcClient jdbc;

    KeyLocks(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Held with others until the transaction ends: a key is being wrapped. */
    void wrapping() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(WRAPPING).query((row, n) -> n).list();
    }

    /** Held alone until the transaction ends: nobody is wrapping. @throws MasterKeyException when somebody is at it for long */
    void nobodyWraps() {
        try {
            jdbc.sql("set local lock_timeout = '5s'").update();
            jdbc.sql("select pg_advisory_xact_lock(?)").param(WRAPPING).query((row, n) -> n).list();
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new MasterKeyException("Somebody is sending something just now. Try again in a moment. Nothing was changed.");
            }
            throw e;
        }
    }

    /** One command at a time; a command that is killed lets go. */
    void alone(Runnable command) {
        try (Connection own = database.getConnection()) {
            if (!asked(own, "select pg_try_advisory_lock(?)")) {
                throw new MasterKeyException("Another command is working on the keys. Wait until it is done. Nothing was changed.");
            }
            try {
                command.run();
            } finally {
                asked(own, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new MasterKeyException("The database does not answer (" + e.getSQLState() + ").", e);
        }
    }

    private static boolean asked(Connection own, String sql) throws SQLException {
        try (PreparedStatement statement = own.prepareStatement(sql)) {
            statement.setLong(1, COMMAND);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
