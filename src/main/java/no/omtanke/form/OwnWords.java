package no.omtanke.form;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.omtanke.form.SharedDraft.Clash;
import no.omtanke.form.SharedDraft.Wrote;
import org.springframework.stereotype.Component;

/**
 * What one person wrote in a shared draft and is not in it: a page that somebody else was ahead of, and what both changed until the
 * person chooses. Kept as the person's own drafts.
 */
@Component
class OwnWords {

    // A posted name never begins like this.
    private static final String BASE = "_base";

    private final Drafts drafts;

    OwnWords(Drafts drafts) {
        this.drafts = drafts;
    }

    record Aside(int base, Typed mine) {}

    void putAside(String purpose, long person, Aside aside, Duration keep) {
        drafts.save(owner(person), purpose + ":aside", aside.mine().with(BASE, String.valueOf(aside.base())), keep);
    }

    Optional<Aside> takeAside(String purpose, long person) {
        var aside = drafts.load(owner(person), purpose + ":aside")
                .map(draft -> new Aside(Integer.parseInt(draft.typed().text(BASE)), draft.typed()));
        aside.ifPresent(a -> drafts.delete(owner(person), purpose + ":aside"));
        return aside;
    }

    /** The page that was put aside is posted now. */
    void forgetAside(String purpose, long person, int base) {
        drafts.load(owner(person), purpose + ":aside")
                .filter(draft -> draft.typed().text(BASE).equals(String.valueOf(base)))
                .ifPresent(draft -> drafts.delete(owner(person), purpose + ":aside"));
    }

    /** All that the person wrote and that stands nowhere else. */
    Typed all(String purpose, long person) {
        return drafts.load(owner(person), purpose + ":aside")
                .or(() -> drafts.load(owner(person), purpose + ":clashes"))
                .map(Draft::typed)
                .orElse(Typed.empty());
    }

    void keep(String purpose, long person, List<Clash> clashes, Typed theirs, Duration keep) {
        if (clashes.isEmpty()) {
            drafts.delete(owner(person), purpose + ":clashes");
            return;
        }
        Typed kept = Typed.empty();
        List<String> lines = new ArrayList<>();
        for (Clash clash : clashes) {
            kept = ThreeWay.take(kept, clash.unit(), clash.mine());
            lines.add(clash.unit() + " " + clash.other().by() + " " + clash.other().at() + " "
                    + (clash.mayKeep() ? ThreeWay.slice(theirs, clash.unit()).hashCode() : "gone"));
        }
        drafts.save(owner(person), purpose + ":clashes", kept.with("_clashes", lines.toArray(String[]::new)), keep);
    }

    /** What is still to choose: where the draft says something else than the person wrote. */
    List<Clash> clashes(String purpose, long person, Typed now) {
        Typed kept = drafts.load(owner(person), purpose + ":clashes").map(Draft::typed).orElse(Typed.empty());
        return kept.values("_clashes").stream()
                .map(line -> line.split(" "))
                .filter(parts -> !ThreeWay.slice(now, parts[0]).equals(ThreeWay.slice(kept, parts[0])))
                .map(parts -> new Clash(
                        parts[0],
                        kept,
                        new Wrote(Long.parseLong(parts[1]), Instant.parse(parts[2])),
                        // An item's number may mean another item by now.
                        !parts[0].contains("[")
                                || parts[3].equals(String.valueOf(ThreeWay.slice(now, parts[0]).hashCode()))))
                .toList();
    }

    void delete(String purpose, long person) {
        drafts.delete(owner(person), purpose + ":aside");
        drafts.delete(owner(person), purpose + ":clashes");
    }

    private static String owner(long person) {
        return "person:" + person;
    }
}
