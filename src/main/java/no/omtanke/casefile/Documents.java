package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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

    UUID add(UUID caseId, UUID entryId, String kind, UUID about, String name, String mediaType, byte[] bytes) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into case_document
                            (id, case_id, entry_id, kind, about, media_type, bytes, sealed_sha256, sealed_name, sealed, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        caseId,
                        entryId,
                        kind,
                        about,
                        mediaType,
                        bytes.length,
                        checksums.sealed(caseId, id, bytes),
                        vault.seal(caseId, name.getBytes(StandardCharsets.UTF_8)),
                        vault.seal(caseId, bytes),
                        OffsetDateTime.now(clock)))
                .update();
        return id;
    }

    /** Without their bytes, oldest first. @param may whether the reader may know of it; its name is not unsealed otherwise */
    List<Attachment> of(UUID caseId, Predicate<Attachment> may) {
        return jdbc.sql(
                        """
                        select id, entry_id, kind, about, media_type, bytes, sealed_sha256, sealed_name from case_document
                        where case_id = ? order by added_at, id
                        """)
                .param(caseId)
                .query((row, n) ->
                        may.test(listed(row, "", "")) ? listed(row, name(caseId, row.getBytes("sealed_name")), checksum(caseId, row)) : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Attachment listed(ResultSet row, String name, String sha256) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                name,
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("kind"),
                row.getObject("about", UUID.class),
                sha256);
    }

    private String checksum(UUID caseId, ResultSet row) throws SQLException {
        return checksums.open(caseId, row.getObject("id", UUID.class), row.getBytes("sealed_sha256"));
    }

    /** A file with its bytes. @throws ChangedDocument when they are not the bytes that were kept */
    Optional<FileContent> open(UUID caseId, UUID documentId) {
        return jdbc.sql("select * from case_document where case_id = ? and id = ?")
                .params(caseId, documentId)
                .query((row, n) -> new FileContent(
                        name(caseId, row.getBytes("sealed_name")),
                        row.getString("media_type"),
                        unchanged(documentId, vault.open(caseId, row.getBytes("sealed")), checksum(caseId, row))))
                .optional();
    }

    private static byte[] unchanged(UUID documentId, byte[] bytes, String kept) {
        if (!kept.isEmpty() && !kept.equals(Checksums.of(bytes))) {
            throw new ChangedDocument(documentId);
        }
        return bytes;
    }

    private String name(UUID caseId, byte[] sealed) {
        return new String(vault.open(caseId, sealed), StandardCharsets.UTF_8);
    }
}
