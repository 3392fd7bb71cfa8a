package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.access.Part;
import no.omtanke.access.Piece;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and opens what the vault sealed. Only the gate asks it. */
@Component
class CaseContent {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final CaseStore store;
    private final Documents documents;
    private final Pieces pieces;
    private final ToldStories stories;

    CaseContent(JdbcClient jdbc, Vault vault, CaseStore store, Documents documents, Pieces pieces, ToldStories stories) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.store = store;
        this.documents = documents;
        this.pieces = pieces;
        this.stories = stories;
    }

    /** The pieces that the reader may see; no other is unsealed. */
    OpenCase read(CaseFile file, String reason, Sight sight) {
        Map<UUID, Piece> known = pieces.entries(file.id());
        return new OpenCase(
                file,
                parties(file.id()).stream().filter(p -> sight.sees(Pieces.party(p))).toList(),
                entries(file.id(), known, sight::sees),
                documents.of(file.id(), d -> sight.sees(Pieces.document(d, known))),
                store.events(file.id()).stream().filter(e -> sight.sees(Pieces.event(e, known))).toList(),
                sight.part() == Part.OWN_PLAN ? stories.of(sight.reader(), sight.facts()) : List.of(),
                reason,
                sight::sees,
                entry -> sight.mayKeepBack(known.get(entry)));
    }

    /** The same, and of it only what was chosen. */
    OpenCase shared(CaseFile file, String reason, Sight sight, Set<UUID> chosen) {
        Map<UUID, Piece> known = pieces.entries(file.id());
        known.keySet().retainAll(chosen);
        return new OpenCase(
                file,
                parties(file.id()).stream().filter(p -> chosen.contains(p.id()) && sight.sees(Pieces.party(p))).toList(),
                entries(file.id(), known, sight::sees),
                documents.of(file.id(), d -> chosen.contains(d.id()) && sight.sees(Pieces.document(d, pieces.entries(file.id())))),
                List.of(),
                List.of(),
                reason,
                pupil -> false,
                entry -> false);
    }

    OpenCase outside(CaseFile file, UUID pupil, String reason) {
        List<Party> one = parties(file.id()).stream().filter(p -> p.id().equals(pupil)).toList();
        return new OpenCase(file, one, List.of(), List.of(), List.of(), List.of(), reason, id -> id != null && id.equals(pupil), entry -> false);
    }

    List<Party> parties(UUID caseId) {
        return jdbc.sql(
                        """
                        select a.*, p.given_name || ' ' || p.family_name as name
                        from case_party a left join person p on p.id = a.person_id
                        where a.case_id = ? and a.removed_at is null order by a.added_at, a.id
                        """)
                .param(caseId)
                .query((row, n) -> {
                    Long person = row.getObject("person_id", Long.class);
                    String known = row.getString("name");
                    byte[] sealed = row.getBytes("sealed_name");
                    String name = person != null
                            ? known == null ? "?" : known
                            : sealed == null ? "" : text(caseId, sealed);
                    return new Party(row.getObject("id", UUID.class), person, row.getString("role"), name);
                })
                .list();
    }

    /** All of them, for the engine's own steps. */
    List<Entry> entries(UUID caseId) {
        return entries(caseId, pieces.entries(caseId), piece -> true);
    }

    private List<Entry> entries(UUID caseId, Map<UUID, Piece> known, Predicate<Piece> may) {
        UUID[] seen = known.entrySet().stream()
                .filter(e -> may.test(e.getValue()))
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        return jdbc.sql("select * from case_entry where case_id = :case and id = any(:seen) order by written_at, id")
                .param("case", caseId)
                .param("seen", seen)
                .query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("form_id"),
                        row.getObject("author_id", Long.class),
                        row.getString("author_kind"),
                        row.getObject("about", UUID.class),
                        row.getString("task_id"),
                        row.getTimestamp("written_at").toInstant(),
                        known.get(row.getObject("id", UUID.class)).keptBack(),
                        known.get(row.getObject("id", UUID.class)).passedTo(),
                        text(caseId, row.getBytes("sealed")),
                        row.getObject("copied_from", UUID.class)))
                .list();
    }

    private String text(UUID caseId, byte[] sealed) {
        return new String(vault.open(caseId, sealed), StandardCharsets.UTF_8);
    }
}
