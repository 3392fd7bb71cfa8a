package no.omtanke.form;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.omtanke.form.DraftRevisions.Revision;
import no.omtanke.form.SharedDraft.Clash;
import no.omtanke.form.SharedDraft.Wrote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts that several people write at the same time: nothing is lost and nothing is overwritten unseen. Public because the task page
 * of a shared form keeps its draft here.
 */
@Service
@Transactional
public class SharedDrafts {

    private static final Duration KEEP = Duration.ofDays(30);

    private final DraftRevisions revisions;
    private final OwnWords own;

    SharedDrafts(DraftRevisions revisions, OwnWords own) {
        this.revisions = revisions;
        this.own = own;
    }

    /**
     * A draft on its way: what it is for, whose page it is, and what stood in the form before anybody typed. Public because the door
     * that shows the form knows these.
     */
    public record Page(String purpose, long person, FormDefinition form, Typed beginning) {}

    /** The draft as the person sees it. What they wrote while somebody was ahead of them is laid in now. */
    public SharedDraft open(Page page) {
        return own.takeAside(page.purpose(), page.person())
                .map(aside -> save(page, aside.base(), aside.mine(), false))
                .orElseGet(() -> seen(page, List.of()));
    }

    /** What stood in the form when a page was made; the newest when that is not known any more. */
    public Typed at(Page page, int revision) {
        Optional<Revision> newest = revisions.newest(page.purpose(), false);
        return newest.map(n -> base(page, n, revision)).orElse(page.beginning());
    }

    /** Whether somebody saved since the revision. */
    public boolean isBehind(Page page, int revision) {
        return revisions.newest(page.purpose(), false).map(Revision::number).orElse(0) != revision;
    }

    /** Who saved last, or null. */
    public Long lastWriter(Page page) {
        return revisions.newest(page.purpose(), false).map(Revision::by).orElse(null);
    }

    /** Keeps what was typed on a page that somebody was ahead of, until the person opens the draft anew. */
    public void putAside(Page page, int revision, Typed typed) {
        own.putAside(page.purpose(), page.person(), new OwnWords.Aside(revision, typed), KEEP);
    }

    /** Saves what was typed on a page that was made from the revision, together with what others saved since. */
    public SharedDraft save(Page page, int revision, Typed typed) {
        own.forgetAside(page.purpose(), page.person(), revision);
        return save(page, revision, typed, true);
    }

    private SharedDraft save(Page page, int revision, Typed typed, boolean latest) {
        Revision newest = revisions.newest(page.purpose(), true).orElse(null);
        if (newest == null) {
            if (revisions.begin(page.purpose(), typed, page.person(), KEEP)) {
                return seen(page, List.of());
            }
            newest = revisions.newest(page.purpose(), true).orElseThrow();
        }
        if (newest.number() == revision) {
            add(page, newest, typed);
            return seen(page, List.of());
        }
        return merge(page, newest, revision, typed, latest);
    }

    /** The person chose between their own words and another's. */
    public SharedDraft choose(Page page, String unit, boolean mine) {
        Revision newest = revisions.newest(page.purpose(), true).orElseThrow();
        List<Clash> clashes = own.clashes(page.purpose(), page.person(), newest.typed());
        Typed typed = clashes.stream()
                .filter(c -> mine && c.mayKeep() && c.unit().equals(unit))
                .findFirst()
                .map(c -> ThreeWay.take(newest.typed(), unit, c.mine()))
                .orElse(newest.typed());
        add(page, newest, typed);
        List<Clash> left = clashes.stream().filter(c -> !c.unit().equals(unit)).toList();
        own.keep(page.purpose(), page.person(), left, typed, KEEP);
        return seen(page, List.of());
    }

    /** What the person wrote and nobody took over, for when the task has ended. */
    public Typed ownWords(String purpose, long person) {
        return own.all(purpose, person);
    }

    /** It was sent: the draft and its revisions are gone, and what the sender kept beside it. */
    public void delete(String purpose, long sender) {
        revisions.delete(purpose);
        own.delete(purpose, sender);
    }

    // @param latest this is what the person typed last, at whichever window
    private SharedDraft merge(Page page, Revision newest, int revision, Typed typed, boolean latest) {
        List<Revision> since = revisions.since(newest.draft(), revision);
        Typed base = base(page, newest, revision);
        ThreeWay.Merged merged = ThreeWay.merge(page.form(), base, newest.typed(), typed);
        List<Wrote> others = others(page, since);
        Typed result = merged.typed();
        List<Clash> clashes = new ArrayList<>(own.clashes(page.purpose(), page.person(), result));
        for (String unit : merged.clashes()) {
            Wrote wrote = lastChange(since, base, unit, newest);
            clashes.removeIf(c -> c.unit().equals(unit));
            if (latest && wrote.by() == page.person() && base != null) {
                // The same person at another window: what was typed last counts, as everywhere.
                result = ThreeWay.take(result, unit, typed);
            } else {
                clashes.add(new Clash(unit, typed, wrote, true));
            }
        }
        add(page, newest, result);
        own.keep(page.purpose(), page.person(), clashes, result, KEEP);
        return seen(page, others);
    }

    private void add(Page page, Revision newest, Typed typed) {
        if (!typed.equals(newest.typed())) {
            revisions.add(newest, typed, page.person(), KEEP);
        }
    }

    private Typed base(Page page, Revision newest, int revision) {
        return revision == 0 ? page.beginning() : revisions.at(newest.draft(), revision).orElse(null);
    }

    private SharedDraft seen(Page page, List<Wrote> others) {
        return revisions.newest(page.purpose(), false)
                .map(n -> new SharedDraft(
                        n.typed(), n.number(), n.by(), n.at(), own.clashes(page.purpose(), page.person(), n.typed()), others))
                .orElseGet(() -> new SharedDraft(page.beginning(), 0, null, null, List.of(), others));
    }

    private static List<Wrote> others(Page page, List<Revision> since) {
        Map<Long, Instant> last = new LinkedHashMap<>();
        since.stream().filter(r -> r.by() != page.person()).forEach(r -> last.put(r.by(), r.at()));
        return last.entrySet().stream().map(e -> new Wrote(e.getKey(), e.getValue())).toList();
    }

    private static Wrote lastChange(List<Revision> since, Typed base, String unit, Revision newest) {
        Wrote wrote = new Wrote(newest.by(), newest.at());
        Typed before = base == null ? Typed.empty() : base;
        for (Revision revision : since) {
            if (!ThreeWay.slice(before, unit).equals(ThreeWay.slice(revision.typed(), unit))) {
                wrote = new Wrote(revision.by(), revision.at());
            }
            before = revision.typed();
        }
        return wrote;
    }
}
