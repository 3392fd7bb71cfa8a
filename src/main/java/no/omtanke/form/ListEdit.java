package no.omtanke.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds and removes items of repeating lists, and removes attachments. */
final class ListEdit {

    private ListEdit() {}

    static Typed apply(FormDefinition form, Typed typed, String action) {
        String[] parts = action == null ? new String[0] : action.split(":", 3);
        Optional<FormField> field =
                parts.length < 2 ? Optional.empty() : form.field(parts[1]).filter(f -> listLike(f));
        if (field.isEmpty()) {
            return typed;
        }
        if (parts[0].equals("add") && parts.length == 2 && field.get().type() == FieldType.LIST) {
            return add(field.get(), typed);
        }
        return parts[0].equals("remove") && parts.length == 3 && parts[2].matches("\\d{1,6}")
                ? remove(field.get(), typed, Integer.parseInt(parts[2]))
                : typed;
    }

    static Typed addFilled(FormDefinition form, Typed typed, String list, Map<String, String> texts) {
        FormField field = form.field(list).filter(f -> f.type() == FieldType.LIST).orElseThrow();
        int items = typed.items(list);
        boolean lastIsBlank = items > 0
                && field.children().stream()
                        .allMatch(child -> typed.text(Names.inItem(list, items - 1) + "." + child.key()).isEmpty());
        String item = Names.inItem(list, lastIsBlank ? items - 1 : items);
        Typed more = shown(field, typed);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            more = more.with(item + "." + text.getKey(), text.getValue());
        }
        return more;
    }

    private static boolean listLike(FormField field) {
        return field.type() == FieldType.LIST || field.isFile();
    }

    private static Typed add(FormField list, Typed typed) {
        // A list that was never posted already shows its first empty items: those stay.
        boolean untouched = typed.items(list.key()) == 0 && !typed.shown(list.key());
        int items = untouched ? list.repetitions() : typed.items(list.key());
        Typed more = shown(list, typed);
        for (int i = untouched ? 0 : items; i <= items; i++) {
            more = more.with(Names.inItem(list.key(), i), "");
        }
        return more;
    }

    private static Typed remove(FormField field, Typed typed, int index) {
        if (field.isFile()) {
            List<String> files = new ArrayList<>(typed.values(field.key()));
            if (index < files.size()) {
                files.remove(index);
            }
            return typed.with(field.key(), files.toArray(String[]::new));
        }
        Map<String, List<String>> values = new LinkedHashMap<>(typed.values());
        return shown(field, Renumbering.without(typed, field.key(), index).apply(values, typed.shown()));
    }

    /** A list whose items were all removed stays empty, instead of starting over. */
    private static Typed shown(FormField list, Typed typed) {
        Set<String> shown = new LinkedHashSet<>(typed.shown());
        shown.add(list.key());
        return Typed.of(typed.values(), shown);
    }
}
