package no.omtanke.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Piece;
import no.omtanke.access.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Marks an entry «Ikke gi videre», and lifts the mark. Public because forms and the case's page do both. */
@Service
@Transactional
public class EntryMarks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseStore store;
    private final Pieces pieces;
    private final CasePolicy policy;
    private final CaseFiles cases;
    private final AccessLog log;

    EntryMarks(
            JdbcClient jdbc,
            Clock clock,
            CaseStore store,
            Pieces pieces,
            CasePolicy policy,
            CaseFiles cases,
            AccessLog log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.store = store;
        this.pieces = pieces;
        this.policy = policy;
        this.cases = cases;
        this.log = log;
    }

    /**
     * Its writer or the leadership says who may read the entry.
     *
     * @param passedTo who may, besides those who always do; no one who could not open it without the mark can by it
     * @return false when the reader may not say so
     */
    public boolean keepBack(Reader reader, UUID caseId, UUID entry, boolean keptBack, Set<Long> passedTo) {
        boolean may = store.facts(caseId)
                .filter(facts -> {
                    Piece piece = pieces.entries(caseId).get(entry);
                    log.record(reader, caseId, Part.CONTENT, policy.decide(reader, facts, Part.CONTENT));
                    return piece != null && policy.mayKeepBack(reader, facts, piece);
                })
                .isPresent();
        if (may) {
            mark(caseId, entry, keptBack, passedTo, reader.personId());
        }
        return may;
    }

    /** What the form of the entry itself says. @param passedTo who may read it besides those who always do */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepBackAtOnce(UUID caseId, UUID entry, Set<Long> passedTo, long writer) {
        mark(caseId, entry, true, passedTo, writer);
    }

    private void mark(UUID caseId, UUID entry, boolean keptBack, Set<Long> passedTo, long by) {
        jdbc.sql(
                        """
                        insert into entry_mark (case_id, entry_id, kept_back, passed_to, by_person, at)
                        values (:case, :entry, :kept, :to, :by, :at)
                        """)
                .param("case", caseId)
                .param("entry", entry)
                .param("kept", keptBack)
                .param("to", passedTo.toArray(Long[]::new))
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
        cases.event(caseId, keptBack ? "entry-kept-back" : "entry-passed-on", by, Map.of("entry", entry.toString()));
    }
}
