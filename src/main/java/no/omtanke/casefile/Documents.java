package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals and opens the case's files, each with the checksum of what it was. Only the gate reads by it. */
@Component
class Documents {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Checksums checksums;
    private final Clock clock;

    Documents(JdbcClient jdbc, Vault vault, Checksums checksums, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.checksums = checksums;
        this.clock = clock;
    }

    UUID add(UUID caseId, UUID entryId, String kind, String name, String mediaType, byte[] bytes) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into case_document
                            (id, case_id, entry_id, kind, media_type, bytes, sealed_sha256, sealed_name, sealed, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        caseId,
                        entryId,
                        kind,
                        mediaType,
                        bytes.length,
                        checksums.sealed(caseId, id, bytes),
                        vault.seal(caseId, name.getBytes(StandardCharsets.UTF_8)),
                        vault.seal(caseId, bytes),
                        OffsetDateTime.now(clock)))
                .update();
        return id;
    }

    /** Without their bytes, oldest first. */
    List<Attachment> of(UUID caseId) {
        return jdbc.sql(
                        """
                        select id, entry_id, kind, media_type, bytes, sealed_sha256, sealed_name from case_document
                        where case_id = ? order by added_at, id
                        """)
                .param(caseId)
                .query((row, n) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getObject("entry_id", UUID.class),
                        name(caseId, row.getBytes("sealed_name")),
                        row.getString("media_type"),
                        row.getInt("bytes"),
                        row.getString("kind"),
                        checksums.open(caseId, row.getObject("id", UUID.class), row.getBytes("sealed_sha256"))))
                .list();
    }

    /** A file with its bytes. @throws ChangedDocument when they are not the bytes that were kept */
    Optional<FileContent> open(UUID caseId, UUID documentId) {
        return jdbc.sql("select * from case_document where case_id = ? and id = ?")
                .params(caseId, documentId)
                .query((row, n) -> new FileContent(
                        name(caseId, row.getBytes("sealed_name")),
                        row.getString("media_type"),
                        unchanged(caseId, documentId, vault.open(caseId, row.getBytes("sealed")), row.getBytes("sealed_sha256"))))
                .optional();
    }

    private byte[] unchanged(UUID caseId, UUID documentId, byte[] bytes, byte[] sealed) {
        String kept = checksums.open(caseId, documentId, sealed);
        if (!kept.isEmpty() && !kept.equals(Checksums.of(bytes))) {
            throw new ChangedDocument(documentId);
        }
        return bytes;
    }

    private String name(UUID caseId, byte[] sealed) {
        return new String(vault.open(caseId, sealed), StandardCharsets.UTF_8);
    }
}
