package no.omtanke.form;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was typed until it is sent, each draft under its own key; public because doors offer «save and finish
 * later».
 */
@Service
public class Drafts {

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps the draft, in place of an earlier one of this owner for this purpose, for as long as stated from now. */
    @Transactional
    public void save(String owner, String purpose, Typed typed, Duration keep) {
        byte[] plain = typed.toJson().getBytes(StandardCharsets.UTF_8);
        if (update(owner, purpose, plain, keep) || insert(owner, purpose, plain, keep)) {
            return;
        }
        // Somebody saved the same draft first at this very moment: the later one counts.
        update(owner, purpose, plain, keep);
    }

    private boolean update(String owner, String purpose, byte[] plain, Duration keep) {
        Optional<UUID> id = db.sql("select id from form_draft where owner = ? and purpose = ? for update")
                .params(owner, purpose)
                .query(UUID.class)
                .optional();
        id.ifPresent(key -> db.sql("update form_draft set sealed = ?, saved_at = ?, expires_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(vault.seal(key, plain), now(), until(keep), key)
                .update());
        return id.isPresent();
    }

    private boolean insert(String owner, String purpose, byte[] plain, Duration keep) {
        UUID id = UUID.randomUUID();
        vault.createKey(id);
        int rows = db.sql("insert into form_draft (id, owner, purpose, sealed, saved_at, expires_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, 1) on conflict (owner, purpose) do nothing")
                .params(id, owner, purpose, vault.seal(id, plain), now(), until(keep))
                .update();
        if (rows == 0) {
            vault.destroyKey(id);
        }
        return rows == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> load(String owner, String purpose) {
        return db.sql("select id, sealed, saved_at from form_draft"
                        + " where owner = ? and purpose = ? and expires_at > ?")
                .params(owner, purpose, now())
                .query((row, i) -> new Draft(
                        Typed.fromJson(new String(
                                vault.open(row.getObject("id", UUID.class), row.getBytes("sealed")),
                                StandardCharsets.UTF_8)),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /** Deletes the draft and destroys its key. */
    @Transactional
    public void delete(String owner, String purpose) {
        destroy(db.sql("delete from form_draft where owner = ? and purpose = ? returning id")
                .params(owner, purpose)
                .query(UUID.class)
                .list());
    }

    /** Deletes what nobody finished in time; answers how many. */
    @Transactional
    public int deleteExpired() {
        List<UUID> expired = db.sql("delete from form_draft where expires_at <= ? returning id")
                .params(now())
                .query(UUID.class)
                .list();
        destroy(expired);
        return expired.size();
    }

    private void destroy(List<UUID> ids) {
        ids.forEach(vault::destroyKey);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp until(Duration keep) {
        Instant end = clock.instant().plus(keep);
        return Timestamp.from(end);
    }
}
