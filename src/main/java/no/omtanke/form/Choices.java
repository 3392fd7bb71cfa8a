package no.omtanke.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be chosen in one form, with each directory read at most once. */
final class Choices {

    /** Above this many entries a list is typed into instead of scrolled through. */
    private static final int MANY = 25;

    private final People people;
    private final Integer schoolId;
    private final Long pupil;
    private final List<Long> children;
    private final Map<String, List<People.Entry>> read = new HashMap<>();

    Choices(People people, FormContext context) {
        this.people = people;
        this.schoolId = context.schoolId();
        this.pupil = context.pupil();
        this.children = context.children();
    }

    List<People.Entry> entries(FormField field) {
        return read.computeIfAbsent(
                field.directory(),
                kind -> switch (kind) {
                    case "guardian" -> people.guardians(pupil);
                    case "own-child" -> people.children(children);
                    default -> people.entries(kind, schoolId);
                });
    }

    boolean typedInto(FormField field) {
        return field.type() == FieldType.SELECT
                && field.choosesFromDirectory()
                && entries(field).size() > MANY;
    }

    /** The stored value that a typed or chosen text stands for. */
    Optional<String> resolve(FormField field, String text) {
        if (!field.choosesFromDirectory()) {
            return field.options().stream()
                    .map(Option::value)
                    .filter(text::equals)
                    .findFirst();
        }
        return entry(field, text).map(People.Entry::id);
    }

    Optional<People.Entry> entry(FormField field, String text) {
        String wanted = same(text);
        List<People.Entry> entries = entries(field);
        Optional<People.Entry> exact = entries.stream()
                .filter(entry ->
                        entry.id().equals(wanted) || same(entry.label()).equals(wanted))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        // Where the browser offers no list to pick from, nobody can guess the class behind the name.
        List<People.Entry> named = entries.stream()
                .filter(entry -> same(entry.name()).equals(wanted))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static String same(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
