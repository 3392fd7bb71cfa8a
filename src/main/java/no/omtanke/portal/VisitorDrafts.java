package no.omtanke.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.form.Draft;
import no.omtanke.form.Drafts;
import no.omtanke.form.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visitors type, kept before anything else is done with it. Names that begin with an underscore are ours: no browser can
 * post them into a draft.
 */
@Service
@Transactional
class VisitorDrafts {

    static final Duration KEEP = Duration.ofDays(7);

    /** Drawn once for each draft: what is sent twice is the same draft, a new report is another. */
    static final String KEY = "_key";

    static final String STARTED = "_started";

    private final Drafts drafts;
    private final HeldFiles files;
    private final JdbcClient jdbc;
    private final Clock clock;

    VisitorDrafts(Drafts drafts, HeldFiles files, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Typed> load(Visitor visitor, String purpose) {
        return drafts.load(visitor.owner(), purpose).map(Draft::typed);
    }

    /** Changes the draft, or begins one. Two requests of one visitor wait for each other. */
    public Typed change(Visitor visitor, String purpose, UnaryOperator<Typed> change) {
        lock(visitor, purpose);
        Typed changed = change.apply(load(visitor, purpose).orElseGet(this::begun));
        drafts.save(visitor.owner(), purpose, changed, KEEP);
        return changed;
    }

    /** Keeps something small beside the drafts, such as which case a report became. */
    public void remember(Visitor visitor, String purpose, Typed what, Duration keep) {
        drafts.save(visitor.owner(), purpose, what, keep);
    }

    /** Deletes the draft with its attachments. */
    public void delete(Visitor visitor, String purpose) {
        lock(visitor, purpose);
        load(visitor, purpose).ifPresent(typed -> files.release(holder(key(typed))));
        drafts.delete(visitor.owner(), purpose);
    }

    /** From here to the end of the transaction nobody else touches this draft. */
    void lock(Visitor visitor, String purpose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 11))")
                .param(visitor.owner() + " " + purpose)
                .query((row, n) -> 1)
                .list();
    }

    static UUID key(Typed draft) {
        return UUID.fromString(draft.text(KEY));
    }

    private Typed begun() {
        return Typed.empty()
                .with(KEY, UUID.randomUUID().toString())
                .with(STARTED, clock.instant().toString());
    }

    /** Whose the attachments are until the report is sent. */
    static String holder(UUID key) {
        return "draft:" + key;
    }
}
