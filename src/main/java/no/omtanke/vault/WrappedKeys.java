package no.omtanke.vault;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of wrapped keys, by the master key that each one needs. */
@Component
class WrappedKeys {

    /** What stands for rows whose text does not say which key wrapped it. */
    static final long UNKNOWN = -1;

    private final JdbcClient jdbc;

    WrappedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Wrapped(UUID subject, byte[] key) {}

    /** How many rows need which master key. */
    Map<Long, Long> counts() {
        Map<Long, Long> counts = new TreeMap<>();
        jdbc.sql("select coalesce(master_key_id, -1) as id, count(*) as n from vault_key where destroyed_at is null group by 1")
                .query(row -> {
                    counts.put(row.getLong("id"), row.getLong("n"));
                });
        return counts;
    }

    /** The oldest and the newest that need the master key. */
    List<Wrapped> sample(long masterKey, int each) {
        String some = "(select subject, wrapped from vault_key where destroyed_at is null and coalesce(master_key_id, -1) = ?"
                + " order by created_at %s limit ?)";
        return jdbc.sql(some.formatted("asc") + " union " + some.formatted("desc"))
                .params(masterKey, each, masterKey, each)
                .query(WrappedKeys::wrapped)
                .list();
    }

    /** The next ones after a subject that another master key than this one wrapped. Locked; who works on one is left in peace. */
    List<Wrapped> nextOfOthers(long masterKey, UUID after, int many) {
        return jdbc.sql(
                        """
                        select subject, wrapped from vault_key
                        where destroyed_at is null and master_key_id is distinct from ? and subject > ?
                        order by subject limit ? for update skip locked
                        """)
                .params(masterKey, after, many)
                .query(WrappedKeys::wrapped)
                .list();
    }

    void put(UUID subject, byte[] wrapped) {
        jdbc.sql("update vault_key set wrapped = ? where subject = ? and destroyed_at is null")
                .params(wrapped, subject)
                .update();
    }

    /** What a wrapped key is bound to, so that it opens for its own subject only. */
    static byte[] of(UUID subject) {
        return ByteBuffer.allocate(16)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array();
    }

    private static Wrapped wrapped(ResultSet row, int n) throws SQLException {
        return new Wrapped(row.getObject("subject", UUID.class), row.getBytes("wrapped"));
    }
}
