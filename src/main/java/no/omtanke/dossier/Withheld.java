package no.omtanke.dossier;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;

/**
 * What was written and may not leave. A plan, an evaluation and a log hold words of the entries they were made from; an entry that was
 * marked or closed since must not leave by them either.
 *
 * @param texts the free words of those entries
 * @param pupils whose plans such an entry is about
 */
record Withheld(Set<String> texts, Set<UUID> pupils) {

    /** A text that is shorter is looked for as a whole: a few letters stand in anybody's words. */
    private static final int TELLING = 15;

    /** @param all every entry that plans are made from @param open those that may leave */
    static Withheld of(Collection<Entry> all, Collection<Entry> open) {
        Set<UUID> leaving = new LinkedHashSet<>();
        open.forEach(entry -> leaving.add(entry.id()));
        Set<String> texts = new LinkedHashSet<>();
        Set<UUID> pupils = new LinkedHashSet<>();
        all.stream().filter(entry -> !leaving.contains(entry.id())).forEach(entry -> {
            collect(Answers.fromJson(entry.json()).values(), texts);
            pupils.add(entry.about());
        });
        return new Withheld(texts, pupils);
    }

    private static void collect(Object value, Set<String> texts) {
        if (value instanceof Map<?, ?> answers) {
            answers.values().forEach(answer -> collect(answer, texts));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> collect(item, texts));
        } else if (value instanceof String text && !text.isBlank()) {
            texts.add(text.strip());
        }
    }

    /** The text, or instead what stands for it when somebody's withheld words are in it. */
    String shown(String text, String instead) {
        return text != null && texts.stream().anyMatch(words -> holds(text, words)) ? instead : text;
    }

    private static boolean holds(String text, String words) {
        return words.length() >= TELLING ? text.contains(words) : ("\n" + text.strip() + "\n").contains("\n" + words + "\n");
    }

    /** Whether a letter that was written about the pupil may hold withheld words. */
    boolean isIn(UUID pupil) {
        return pupils.stream().anyMatch(about -> about == null || Objects.equals(about, pupil));
    }
}
