package no.omtanke.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A form as it is drawn; public because doors show it and subjects ask what its answers mean. */
public record FormDefinition(String id, List<FormField> fields, Map<String, String> properties) {

    public FormDefinition(String id, List<FormField> fields) {
        this(id, fields, Map.of());
    }

    /** What kind of individual decision the form's answer is, or null: it becomes a letter that can be appealed. */
    public String decision() {
        return properties.get("decision");
    }

    /** Keys of the top-level groups, which are a public report's pages; empty when the form has none. */
    public List<String> pages() {
        return fields.stream()
                .filter(field -> field.type() == FieldType.GROUP)
                .map(FormField::key)
                .toList();
    }

    /** The top-level fields of one page (counted from 0), or of the whole form when the page is null. */
    public List<FormField> fields(Integer page) {
        return page == null
                ? fields
                : fields.stream().filter(field -> field.page() == page).toList();
    }

    /** Every component, however deep. */
    public Stream<FormField> all() {
        return fields.stream().flatMap(FormField::withDescendants);
    }

    /** The component with this key. */
    public Optional<FormField> field(String key) {
        return all().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether several people write it together: its draft belongs to the task, not to a person. */
    public boolean shared() {
        return all().anyMatch(field -> "true".equals(field.property("shared")));
    }

    /** Key of each question that sets a fact of the case, with the fact's name. */
    public Map<String, String> facts() {
        return property("fact");
    }

    /** Key of each question whose answer becomes a party of the case, with the role (or the key that tells it). */
    public Map<String, String> parties() {
        Map<String, String> parties = property("party");
        parties.putAll(property("partyFrom"));
        return parties;
    }

    /** Keys of the questions that take attachments. */
    public List<String> files() {
        return all().filter(FormField::isFile).map(FormField::key).toList();
    }

    private Map<String, String> property(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        all().filter(field -> field.property(name) != null)
                .forEach(field -> found.put(field.key(), field.property(name)));
        return found;
    }
}
