package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attachments of what is not sent yet, so that no file is lost to a form that comes back. Public because doors hold files until a
 * form is whole. A reference, {@code id|name}, stands among the draft's answers.
 */
@Service
@Transactional
public class HeldFiles {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    HeldFiles(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps the file and answers its reference. */
    public String hold(String holder, FileContent file, Duration keep) {
        UUID id = UUID.randomUUID();
        vault.createKey(id);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                        insert into held_file (id, holder, media_type, sealed_name, sealed, held_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        holder,
                        file.mediaType(),
                        vault.seal(id, file.name().getBytes(StandardCharsets.UTF_8)),
                        vault.seal(id, file.bytes()),
                        now,
                        now.plus(keep))
                .update();
        return id + "|" + file.name();
    }

    /** The files of the references, as far as they are this holder's. */
    @Transactional(readOnly = true)
    public List<FileContent> read(String holder, List<String> references) {
        return references.stream().flatMap(r -> read(holder, r)).toList();
    }

    /** Deletes what the holder held, when it was sent or given up. */
    public void release(String holder) {
        destroy(jdbc.sql("delete from held_file where holder = ? returning id")
                .param(holder)
                .query(UUID.class)
                .list());
    }

    /** Deletes what nobody sent in time. */
    public void releaseExpired() {
        destroy(jdbc.sql("delete from held_file where expires_at <= ? returning id")
                .param(OffsetDateTime.now(clock))
                .query(UUID.class)
                .list());
    }

    private Stream<FileContent> read(String holder, String reference) {
        UUID id;
        try {
            id = UUID.fromString(reference.substring(0, Math.max(0, reference.indexOf('|'))));
        } catch (IllegalArgumentException notOurs) {
            return Stream.empty();
        }
        return jdbc
                .sql("select media_type, sealed_name, sealed from held_file where id = ? and holder = ?")
                .params(id, holder)
                .query((row, n) -> new FileContent(
                        new String(vault.open(id, row.getBytes("sealed_name")), StandardCharsets.UTF_8),
                        row.getString("media_type"),
                        vault.open(id, row.getBytes("sealed"))))
                .list()
                .stream();
    }

    private void destroy(List<UUID> ids) {
        ids.forEach(vault::destroyKey);
    }
}
