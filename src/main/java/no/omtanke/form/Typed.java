package no.omtanke.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed, as it was typed, by HTML name, and which fields stood on the page; immutable. Public because doors
 * carry it from one request to the next until it is complete.
 */
public final class Typed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Typed EMPTY = new Typed(Map.of(), Set.of());

    private final Map<String, List<String>> values;
    private final Set<String> shown;

    /** How a draft looks inside. */
    private record Stored(Map<String, List<String>> values, Set<String> shown) {}

    private Typed(Map<String, List<String>> values, Set<String> shown) {
        this.values = Collections.unmodifiableMap(values);
        this.shown = Collections.unmodifiableSet(shown);
    }

    public static Typed empty() {
        return EMPTY;
    }

    /** From a servlet's parameter map. List items are numbered from 0 without gaps, however they were posted. */
    public static Typed from(Map<String, String[]> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, texts) -> {
            if (!name.startsWith("_") && !name.equals("action")) {
                values.put(
                        Clean.text(name), Arrays.stream(texts).map(Clean::text).toList());
            }
        });
        String[] shown = parameters.getOrDefault("_shown", new String[0]);
        Set<String> names =
                new LinkedHashSet<>(Arrays.stream(shown).map(Clean::text).toList());
        return Renumbering.withoutGaps(values, names).apply(values, names);
    }

    public static Typed fromJson(String json) {
        try {
            Stored stored = JSON.readValue(json, Stored.class);
            return new Typed(new LinkedHashMap<>(stored.values()), new LinkedHashSet<>(stored.shown()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(new Stored(values, shown));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Typed of(Map<String, List<String>> values, Set<String> shown) {
        return new Typed(new LinkedHashMap<>(values), new LinkedHashSet<>(shown));
    }

    /** The same with another value, for what is known before anybody types, and for the references of stored files. */
    public Typed with(String name, String... texts) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, Arrays.stream(texts).map(Clean::text).toList());
        return new Typed(more, shown);
    }

    /**
     * One page's post laid over what was typed before. Only that page's questions are replaced, those that did not
     * stand on the page keep their text, and attachments are never taken from what a browser claims: see {@link #with}.
     */
    public Typed merge(Typed later, Collection<FormField> pageFields) {
        Map<String, List<String>> values = new LinkedHashMap<>(this.values);
        Set<String> shown = new LinkedHashSet<>(this.shown);
        FormField.asking(List.copyOf(pageFields)).forEach(field -> {
            String key = field.key();
            shown.removeIf(name -> Names.root(name).equals(key));
            later.shown.stream().filter(name -> Names.root(name).equals(key)).forEach(shown::add);
            if (later.mentions(key) && !field.isFile()) {
                values.keySet().removeIf(name -> Names.root(name).equals(key));
                later.values.forEach((name, texts) -> {
                    if (Names.root(name).equals(key)) {
                        values.put(name, texts);
                    }
                });
            }
        });
        return new Typed(values, shown);
    }

    private boolean mentions(String key) {
        return values.keySet().stream().anyMatch(name -> Names.root(name).equals(key))
                || shown.stream().anyMatch(name -> Names.root(name).equals(key));
    }

    /** All that was typed under a name; empty when nothing was. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first text typed under a name, trimmed; empty when there is none. */
    public String text(String name) {
        return values(name).isEmpty() ? "" : values(name).get(0).strip();
    }

    /** Whether the field stood on the page that was posted last. */
    boolean shown(String name) {
        return shown.contains(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** How many items a list has. */
    int items(String list) {
        List<String> names = new ArrayList<>(values.keySet());
        names.addAll(shown);
        return names.stream()
                .map(Names::item)
                .filter(item -> item != null && item.list().equals(list))
                .mapToInt(item -> item.index() + 1)
                .max()
                .orElse(0);
    }

    Map<String, List<String>> values() {
        return values;
    }

    Set<String> shown() {
        return shown;
    }

    public boolean isEmpty() {
        return values.values().stream().flatMap(List::stream).allMatch(String::isBlank);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Typed typed && values.equals(typed.values) && shown.equals(typed.shown);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Without content: this must never reach a log. */
    @Override
    public String toString() {
        return "Typed(" + values.size() + " values)";
    }
}
