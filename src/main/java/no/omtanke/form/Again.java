package no.omtanke.form;

import java.util.List;
import java.util.Map;

/** Lays earlier answers into a form that is filled in once more. */
final class Again {

    private Again() {}

    static Typed fill(FormDefinition form, Answers earlier) {
        Typed typed = Typed.empty();
        for (FormField field : FormField.asking(form.fields()).toList()) {
            if ("previous".equals(field.property("default"))) {
                typed = fill(typed, field, field.key(), earlier.values().get(field.key()));
            }
        }
        return typed;
    }

    private static Typed fill(Typed typed, FormField field, String name, Object value) {
        if (value == null || field.isFile()) {
            return typed;
        }
        if (field.type() == FieldType.LIST) {
            return fillItems(typed, field, name, (List<?>) value);
        }
        if (value instanceof List<?> chosen) {
            return typed.with(name, chosen.stream().map(String::valueOf).toArray(String[]::new));
        }
        return typed.with(name, String.valueOf(value));
    }

    private static Typed fillItems(Typed typed, FormField list, String name, List<?> items) {
        for (int i = 0; i < items.size(); i++) {
            String item = Names.inItem(name, i);
            for (FormField child : FormField.asking(list.children()).toList()) {
                typed = fill(typed, child, item + "." + child.key(), ((Map<?, ?>) items.get(i)).get(child.key()));
            }
        }
        return typed;
    }
}
