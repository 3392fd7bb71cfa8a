package no.omtanke.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of packages that were made, and what is in each by its number. */
@Component
class DossierStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    DossierStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A package. @param document the PDF, kept unchanged */
    record Made(UUID id, UUID request, UUID caseId, UUID document, long by, Instant at) {}

    /** Something in a package. @param file the file that leaves beside the PDF, or null */
    record Kept(int number, String item, UUID file) {}

    UUID add(SupervisionRequest request, UUID document, long by, List<Numbered> items) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into dossier (id, request_id, case_id, document_id, made_by, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, request.id(), request.caseId(), document, by, OffsetDateTime.now(clock))
                .update();
        items.forEach(numbered -> jdbc.sql(
                        "insert into dossier_item (dossier_id, case_id, number, item, document_id) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id, request.caseId(), numbered.number(), numbered.item().key(), numbered.item().file()))
                .update());
        return id;
    }

    Optional<Made> find(UUID id) {
        return jdbc.sql("select * from dossier where id = ?").param(id).query(DossierStore::made).optional();
    }

    /** Newest first. */
    List<Made> of(UUID request) {
        return jdbc.sql("select * from dossier where request_id = ? order by made_at desc, id")
                .param(request)
                .query(DossierStore::made)
                .list();
    }

    List<Kept> items(UUID dossier) {
        return jdbc.sql("select number, item, document_id from dossier_item where dossier_id = ? order by number")
                .param(dossier)
                .query((row, n) ->
                        new Kept(row.getInt("number"), row.getString("item"), row.getObject("document_id", UUID.class)))
                .list();
    }

    private static Made made(ResultSet row, int n) throws SQLException {
        return new Made(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getLong("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
