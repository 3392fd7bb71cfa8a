package no.omtanke.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Piece;
import no.omtanke.access.Piece.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the policy must know of the single pieces of a case. Nothing is unsealed for it. */
@Component
class Pieces {

    private static final String ENTRIES =
            """
            select e.id, e.form_id, e.about, e.author_id,
                   case when e.copied_from is null then e.author_kind else 'copy' end as author_kind, e.lane,
                   coalesce(m.kept_back, false) as kept_back, m.passed_to
            from case_entry e left join lateral (select kept_back, passed_to from entry_mark m where m.entry_id = e.id
                                                  order by m.id desc limit 1) m on true
            where e.case_id = ?
            """;

    private final JdbcClient jdbc;

    Pieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the entry's id. */
    Map<UUID, Piece> entries(UUID caseId) {
        Map<UUID, Piece> entries = new HashMap<>();
        jdbc.sql(ENTRIES).param(caseId).query(row -> {
            entries.put(row.getObject("id", UUID.class), entry(row));
        });
        return entries;
    }

    /** A file that came with an entry is as much as the entry. @param entries from {@link #entries} */
    static Piece document(Attachment file, Map<UUID, Piece> entries) {
        Piece entry = entries.get(file.entryId());
        return entry == null
                ? Piece.of(Kind.DOCUMENT, file.kind(), file.about())
                : new Piece(
                        Kind.DOCUMENT, entry.what(), entry.about(), entry.writer(), entry.writerKind(), entry.lane(),
                        entry.keptBack(), entry.passedTo());
    }

    static Piece party(Party party) {
        return Piece.of(Kind.PARTY, party.role(), party.isPupil() ? party.id() : null);
    }

    /** What happened when an entry was written is as much as the entry. */
    static Piece event(CaseEvent event, Map<UUID, Piece> entries) {
        String entry = event.args().get("entry");
        Piece written = entry == null ? null : entries.get(UUID.fromString(entry));
        return written != null
                ? written
                : new Piece(Kind.EVENT, event.kind(), null, event.actorId(), "system", null, false, Set.of());
    }

    private static Piece entry(ResultSet row) throws SQLException {
        return new Piece(
                Kind.ENTRY,
                row.getString("form_id"),
                row.getObject("about", UUID.class),
                row.getObject("author_id", Long.class),
                row.getString("author_kind"),
                row.getString("lane"),
                row.getBoolean("kept_back"),
                row.getArray("passed_to") == null
                        ? Set.of()
                        : Set.copyOf(List.of((Long[]) row.getArray("passed_to").getArray())));
    }
}
