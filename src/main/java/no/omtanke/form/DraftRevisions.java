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
import org.springframework.stereotype.Component;

/** Rows of drafts that belong to a task, with their earlier revisions, sealed with the draft's key. */
@Component
class DraftRevisions {

    private static final String OWNER = "shared";
    private static final Duration KEEP_EARLIER = Duration.ofDays(2);

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    DraftRevisions(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    record Revision(UUID draft, int number, Typed typed, Long by, Instant at) {}

    Optional<Revision> newest(String purpose, boolean lock) {
        return db.sql("select id, version, sealed, saved_by, saved_at from form_draft"
                        + " where owner = ? and purpose = ? and expires_at > ?" + (lock ? " for update" : ""))
                .params(OWNER, purpose, Timestamp.from(clock.instant()))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Revision(
                            id,
                            row.getInt("version"),
                            open(id, row.getBytes("sealed")),
                            row.getObject("saved_by", Long.class),
                            row.getTimestamp("saved_at").toInstant());
                })
                .optional();
    }

    /** The first revision; nothing when somebody else was first. */
    boolean begin(String purpose, Typed typed, long by, Duration keep) {
        db.sql("delete from form_draft where owner = ? and purpose = ? and expires_at <= ?")
                .params(OWNER, purpose, Timestamp.from(clock.instant()))
                .update();
        UUID id = UUID.randomUUID();
        vault.createKey(id);
        byte[] sealed = seal(id, typed);
        int rows = db.sql("insert into form_draft (id, owner, purpose, sealed, saved_at, saved_by, expires_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 1) on conflict (owner, purpose) do nothing")
                .params(id, OWNER, purpose, sealed, now(), by, until(keep))
                .update();
        if (rows == 0) {
            vault.destroyKey(id);
            return false;
        }
        keepRevision(id, 1, sealed, by);
        return true;
    }

    /** One more revision after the newest, which the caller has locked. */
    void add(Revision newest, Typed typed, long by, Duration keep) {
        byte[] sealed = seal(newest.draft(), typed);
        db.sql("update form_draft set sealed = ?, saved_at = ?, saved_by = ?, expires_at = ?, version = version + 1 where id = ?")
                .params(sealed, now(), by, until(keep), newest.draft())
                .update();
        keepRevision(newest.draft(), newest.number() + 1, sealed, by);
        db.sql("delete from form_draft_revision where draft_id = ? and saved_at < ?")
                .params(newest.draft(), Timestamp.from(clock.instant().minus(KEEP_EARLIER)))
                .update();
    }

    Optional<Typed> at(UUID draft, int revision) {
        return db.sql("select sealed from form_draft_revision where draft_id = ? and revision = ?")
                .params(draft, revision)
                .query(byte[].class)
                .optional()
                .map(sealed -> open(draft, sealed));
    }

    /** Those later than one, oldest first. */
    List<Revision> since(UUID draft, int revision) {
        return db.sql("select * from form_draft_revision where draft_id = ? and revision > ? order by revision")
                .params(draft, revision)
                .query((row, n) -> new Revision(
                        draft,
                        row.getInt("revision"),
                        open(draft, row.getBytes("sealed")),
                        row.getLong("saved_by"),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    void delete(String purpose) {
        db.sql("delete from form_draft where owner = ? and purpose = ? returning id")
                .params(OWNER, purpose)
                .query(UUID.class)
                .list()
                .forEach(vault::destroyKey);
    }

    private void keepRevision(UUID draft, int number, byte[] sealed, long by) {
        db.sql("insert into form_draft_revision (draft_id, revision, sealed, saved_by, saved_at) values (?, ?, ?, ?, ?)")
                .params(draft, number, sealed, by, now())
                .update();
    }

    private byte[] seal(UUID draft, Typed typed) {
        return vault.seal(draft, typed.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private Typed open(UUID draft, byte[] sealed) {
        return Typed.fromJson(new String(vault.open(draft, sealed), StandardCharsets.UTF_8));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp until(Duration keep) {
        return Timestamp.from(clock.instant().plus(keep));
    }
}
