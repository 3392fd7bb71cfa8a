package no.omtanke.form;

import java.util.List;
import java.util.Map;

/** What stands in the fields: typed, or else, where a field was never shown, its default. */
final class Raw {

    private final Typed typed;
    private final boolean prefilled;
    private final Map<String, String> defaults;

    Raw(Typed typed, boolean prefilled, Map<String, String> defaults) {
        this.typed = typed;
        this.prefilled = prefilled;
        this.defaults = defaults;
    }

    /** What stands in a field: typed, or else its default. */
    List<String> of(FormField field, String name) {
        boolean touched = typed.has(name) || typed.has(name + ".time") || typed.shown(name);
        if (!touched) {
            return prefilled ? listOf(defaultOf(field)) : List.of();
        }
        return field.type() == FieldType.DATETIME ? List.of(dateTime(name)) : typed.values(name);
    }

    private String dateTime(String name) {
        String date = typed.text(name);
        String time = typed.text(name + ".time");
        return time.isEmpty() && (date.isEmpty() || date.indexOf('T') >= 0) ? date : date + "T" + time;
    }

    private String defaultOf(FormField field) {
        String value = field.property("default") == null ? null : defaults.get(field.property("default"));
        if (value == null || value.indexOf('T') < 0) {
            return value;
        }
        return switch (field.type()) {
            case DATE -> value.substring(0, value.indexOf('T'));
            case TIME -> value.substring(value.indexOf('T') + 1);
            default -> value;
        };
    }

    int items(FormField list, String name) {
        int items = typed.items(name);
        return items > 0 || typed.shown(name) || !prefilled ? items : list.repetitions();
    }

    private static List<String> listOf(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
