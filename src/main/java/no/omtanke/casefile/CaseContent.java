package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    CaseContent(JdbcClient jdbc, Vault vault, CaseStore store, Documents documents) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.store = store;
        this.documents = documents;
    }

    /** @param without forms whose entries are not for this reader */
    OpenCase read(CaseFile file, String reason, Set<String> without) {
        List<Entry> entries =
                entries(file.id()).stream().filter(e -> !without.contains(e.formId())).toList();
        return new OpenCase(
                file, parties(file.id()), entries, documents.of(file.id()), store.events(file.id()), reason);
    }

    OpenCase outside(CaseFile file, UUID pupil, String reason) {
        List<Party> one = parties(file.id()).stream().filter(p -> p.id().equals(pupil)).toList();
        return new OpenCase(file, one, List.of(), List.of(), List.of(), reason);
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

    List<Entry> entries(UUID caseId) {
        return jdbc.sql("select * from case_entry where case_id = ? order by written_at, id")
                .param(caseId)
                .query((row, n) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("form_id"),
                        row.getObject("author_id", Long.class),
                        row.getString("author_kind"),
                        row.getObject("about", UUID.class),
                        row.getString("task_id"),
                        row.getTimestamp("written_at").toInstant(),
                        text(caseId, row.getBytes("sealed"))))
                .list();
    }

    private String text(UUID caseId, byte[] sealed) {
        return new String(vault.open(caseId, sealed), StandardCharsets.UTF_8);
    }
}
