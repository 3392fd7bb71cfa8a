package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.CaseFacts;
import no.omtanke.access.Piece;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what was written in one case into another, sealed with the other's key: with its writer, its time, its files, what was marked on
 * it and what a pupil told in it. What lies in a closed lane is not brought. Public because joining and splitting cases do it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseCopies {

    /** What is about who works in the one case, or about its own joining and splitting. */
    private static final Set<String> STAYS =
            Set.of("recusal", "let-in-again", "auditor-opening", "join-cases", "part-cases", "split-case");

    private static final String PARTED = "parted";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final CaseStore store;
    private final CaseContent content;
    private final Documents documents;
    private final Pieces pieces;

    CaseCopies(
            JdbcClient jdbc,
            Vault vault,
            Clock clock,
            CaseStore store,
            CaseContent content,
            Documents documents,
            Pieces pieces) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.store = store;
        this.content = content;
        this.documents = documents;
        this.pieces = pieces;
    }

    /**
     * Brings it.
     *
     * @param pupils whose part becomes whose: parties of the one case by those of the other
     * @param all whether what is about no one pupil comes, too
     * @return the pupils of the other case who told something in what came
     */
    public Set<UUID> bring(UUID from, UUID to, Map<UUID, UUID> pupils, boolean all) {
        CaseFacts.Pupils linked = store.facts(from).orElseThrow().pupils();
        Map<UUID, Piece> known = pieces.entries(from);
        Set<UUID> told = new HashSet<>();
        Set<UUID> there = alreadyIn(to);
        for (Entry entry : content.entries(from)) {
            if (there.contains(entry.id())) {
                continue;
            }
            Piece piece = known.get(entry.id());
            UUID whose = entry.about() != null ? entry.about() : silently(linked, piece);
            boolean theirs = whose != null && pupils.containsKey(whose);
            if (piece.lane() == null && !STAYS.contains(entry.formId()) && (theirs || all && entry.about() == null)) {
                UUID about = theirs ? pupils.get(whose) : null;
                UUID copy = copy(entry, to, about);
                mark(entry, to, copy);
                files(from, entry, to, copy);
                if (about != null && story(from, entry, to, copy, about)) {
                    told.add(about);
                }
            }
        }
        return told;
    }

    /** One entry that was just written in a joined case, into the case that goes on. @return the copy's id */
    public UUID bringOne(UUID from, UUID entryId, UUID to, UUID about) {
        Entry entry = content.entries(from).stream().filter(e -> e.id().equals(entryId)).findFirst().orElseThrow();
        UUID copy = copy(entry, to, about);
        files(from, entry, to, copy);
        return copy;
    }

    /** What came from the case is nobody's to read here any more; there it still is. */
    public void putAway(UUID from, UUID to) {
        jdbc.sql(
                        """
                        update case_entry set lane = ? where case_id = ? and lane is null
                          and copied_from in (select id from case_entry where case_id = ?)
                        """)
                .params(PARTED, to, from)
                .update();
    }

    // Joined once more after a family had its own case back.
    private Set<UUID> alreadyIn(UUID to) {
        return new HashSet<>(jdbc.sql("select copied_from from case_entry where case_id = ? and copied_from is not null and lane is null")
                .param(to)
                .query(UUID.class)
                .list());
    }

    // What is about nobody by name is about the only pupil, and a report about the one it names.
    private static UUID silently(CaseFacts.Pupils pupils, Piece piece) {
        if (pupils.linked().size() == 1) {
            return pupils.linked().iterator().next();
        }
        return piece.what().startsWith("report-") || piece.writerKind().equals("reporter") ? pupils.reported() : null;
    }

    private UUID copy(Entry entry, UUID to, UUID about) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into case_entry (id, case_id, form_id, author_id, author_kind, about, written_at, sealed, copied_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        to,
                        entry.formId(),
                        entry.authorId(),
                        entry.authorKind(),
                        about,
                        Timestamp.from(entry.writtenAt()),
                        vault.seal(to, entry.json().getBytes(StandardCharsets.UTF_8)),
                        entry.id()))
                .update();
        return id;
    }

    private void mark(Entry entry, UUID to, UUID copy) {
        if (entry.keptBack()) {
            jdbc.sql(
                            """
                            insert into entry_mark (case_id, entry_id, kept_back, passed_to, by_person, at)
                            select ?, ?, kept_back, passed_to, by_person, ? from entry_mark where entry_id = ? order by id desc limit 1
                            """)
                    .params(to, copy, OffsetDateTime.now(clock), entry.id())
                    .update();
        }
    }

    private void files(UUID from, Entry entry, UUID to, UUID copy) {
        List<Attachment> files = documents.of(from, file -> entry.id().equals(file.entryId()));
        for (Attachment file : files) {
            FileContent opened = documents.open(from, file.id()).orElseThrow();
            documents.add(to, copy, Attachment.ATTACHMENT, null, opened.name(), opened.mediaType(), opened.bytes());
        }
    }

    private boolean story(UUID from, Entry entry, UUID to, UUID copy, UUID about) {
        return jdbc.sql("select sealed, told_at from pupil_story where case_id = ? and entry_id = ?")
                .params(from, entry.id())
                .query((row, n) -> jdbc.sql(
                                "insert into pupil_story (entry_id, case_id, pupil, told_at, sealed) values (?, ?, ?, ?, ?)")
                        .params(copy, to, about, row.getTimestamp("told_at"), vault.seal(to, vault.open(from, row.getBytes("sealed"))))
                        .update())
                .optional()
                .isPresent();
    }
}
