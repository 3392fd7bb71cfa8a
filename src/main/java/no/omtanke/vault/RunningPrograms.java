package no.omtanke.vault;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which programs run now, and which master keys each of them holds. By the database's clock: theirs may differ. */
@Component
class RunningPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPrograms.class);

    private final UUID self = UUID.randomUUID();
    private final MasterKey master;
    private final JdbcClient jdbc;

    RunningPrograms(MasterKey master, JdbcClient jdbc) {
        this.master = master;
        this.jdbc = jdbc;
    }

    record Program(UUID id, Set<Long> keys, long primary) {}

    /** This program lives and holds these keys. */
    void report() {
        master.refresh();
        MasterKeyset keyset = master.keyset();
        jdbc.sql(
                        """
                        insert into vault_program (id, master_key_ids, primary_key_id, seen_at)
                        values (?, string_to_array(?, ',')::bigint[], ?, clock_timestamp())
                        on conflict (id) do update set master_key_ids = excluded.master_key_ids,
                            primary_key_id = excluded.primary_key_id, seen_at = excluded.seen_at
                        """)
                .params(self, String.join(",", keyset.ids().stream().map(String::valueOf).toList()), keyset.primary())
                .update();
    }

    /** Those that were seen in the last half minute; the others are over. */
    List<Program> alive() {
        return jdbc.sql("select * from vault_program where seen_at > clock_timestamp() - interval '30 seconds'")
                .query((row, n) -> new Program(
                        row.getObject("id", UUID.class), ids(row.getArray("master_key_ids")), row.getLong("primary_key_id")))
                .list();
    }

    void leave() {
        try {
            jdbc.sql("delete from vault_program where id = ? or seen_at < clock_timestamp() - interval '1 day'")
                    .param(self)
                    .update();
        } catch (DataAccessException databaseIsGone) {
            LOG.debug("Did not sign off", databaseIsGone);
        }
    }

    private static Set<Long> ids(Array array) throws SQLException {
        return Set.of((Long[]) array.getArray());
    }
}
