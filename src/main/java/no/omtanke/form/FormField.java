package no.omtanke.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One component of a form as it is drawn, in bokmål; public because case and process modules look up what a question
 * means for them. The key of a component without an own key (group, text) is its id.
 */
public record FormField(
        String key,
        FieldType type,
        String label,
        String help,
        Limits limits,
        List<Option> options,
        String hide,
        Map<String, String> properties,
        int repetitions,
        List<FormField> children,
        int page) {

    public boolean isFile() {
        return "file".equals(properties.get("widget"));
    }

    boolean isFaces() {
        return type == FieldType.RADIO && "faces".equals(properties.get("widget"));
    }

    /** The directory that the answer is chosen from, or null. */
    public String directory() {
        return properties.get("directory");
    }

    /** Where the answer stands in the letter of a decision: outcome, term, grounds, basis or none; null in a form that decides nothing. */
    public String letter() {
        return properties.get("letter");
    }

    /** Of which kind of decision ready texts are offered beside the field, or null. */
    public String blocks() {
        return properties.get("blocks");
    }

    boolean choosesFromDirectory() {
        return type.choice() && directory() != null;
    }

    boolean required() {
        return limits.required();
    }

    String property(String name) {
        return properties.get(name);
    }

    Stream<FormField> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormField::withDescendants));
    }

    /** The fields whose answers stand in the same scope: the groups between are only visual. */
    static Stream<FormField> asking(List<FormField> fields) {
        return fields.stream()
                .flatMap(field -> field.type() == FieldType.GROUP
                        ? asking(field.children())
                        : field.type().asks() ? Stream.of(field) : Stream.empty());
    }
}
