package no.omtanke.portal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.FileContent;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attachments of what is not sent yet. A reference, {@code id|name}, stands among the draft's answers. */
@Service
@Transactional
class DraftFiles {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DraftFiles(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps the file and answers its reference. */
    public String add(UUID draft, FileContent file) {
        UUID id = UUID.randomUUID();
        vault.createKey(id);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                        insert into report_draft_file (id, draft, media_type, bytes, sealed, added_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        draft,
                        file.mediaType(),
                        file.bytes().length,
                        vault.seal(id, file.bytes()),
                        now,
                        now.plus(VisitorDrafts.KEEP))
                .update();
        return id + "|" + file.name();
    }

    /** The files of the references, as far as they are this draft's. */
    @Transactional(readOnly = true)
    public List<FileContent> read(UUID draft, List<String> references) {
        return references.stream().flatMap(r -> read(draft, r)).toList();
    }

    private Stream<FileContent> read(UUID draft, String reference) {
        int middle = reference.indexOf('|');
        UUID id = UUID.fromString(reference.substring(0, middle));
        return jdbc
                .sql("select media_type, sealed from report_draft_file where id = ? and draft = ?")
                .params(id, draft)
                .query((row, n) -> new FileContent(
                        reference.substring(middle + 1),
                        row.getString("media_type"),
                        vault.open(id, row.getBytes("sealed"))))
                .list()
                .stream();
    }

    public void deleteOf(UUID draft) {
        destroy(jdbc.sql("delete from report_draft_file where draft = ? returning id")
                .param(draft)
                .query(UUID.class)
                .list());
    }

    /** Deletes what belonged to drafts that nobody sent in time. */
    public void deleteExpired() {
        destroy(jdbc.sql("delete from report_draft_file where expires_at <= ? returning id")
                .param(OffsetDateTime.now(clock))
                .query(UUID.class)
                .list());
    }

    private void destroy(List<UUID> ids) {
        ids.forEach(vault::destroyKey);
    }
}
