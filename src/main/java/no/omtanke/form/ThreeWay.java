package no.omtanke.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays what two people changed in one form together. What only one of them changed is taken; what both changed is named and stays as
 * the other wrote it until somebody chooses. Items that both added stand after one another.
 */
final class ThreeWay {

    private final Typed base;
    private final Typed theirs;
    private final Typed mine;
    private final Map<String, List<String>> values;
    private final Map<String, Integer> sizes = new HashMap<>();
    private final List<String> clashes = new ArrayList<>();

    private ThreeWay(Typed base, Typed theirs, Typed mine) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.values = new LinkedHashMap<>(theirs.values());
    }

    /** @param clashes names of what both changed: a question, a question in an item, or a whole list */
    record Merged(Typed typed, List<String> clashes) {}

    /** @param base what both began from, or null when it is not known any more: then every difference is a clash */
    static Merged merge(FormDefinition form, Typed base, Typed theirs, Typed mine) {
        ThreeWay merging = new ThreeWay(base, theirs, mine);
        FormField.asking(form.fields()).forEach(field -> {
            if (field.type() == FieldType.LIST) {
                merging.list(field);
            } else {
                merging.single(field.key());
            }
        });
        return new Merged(Typed.of(merging.values, merging.shown()), List.copyOf(merging.clashes));
    }

    /** What stands under a name, without what is blank: a question's parts, an item's questions, a list's items. */
    static Map<String, List<String>> slice(Typed typed, String unit) {
        Map<String, List<String>> slice = new HashMap<>();
        typed.values().forEach((name, texts) -> {
            List<String> written = texts.stream().filter(text -> !text.isBlank()).toList();
            if (under(name, unit) && !written.isEmpty()) {
                slice.put(name, written);
            }
        });
        return slice;
    }

    /** The form with one question, item or list as somebody else has it. */
    static Typed take(Typed into, String unit, Typed from) {
        Map<String, List<String>> values = new LinkedHashMap<>(into.values());
        values.keySet().removeIf(name -> under(name, unit));
        from.values().forEach((name, texts) -> {
            if (under(name, unit)) {
                values.put(name, texts);
            }
        });
        Set<String> shown = new LinkedHashSet<>(into.shown());
        shown.removeIf(name -> !name.equals(unit) && under(name, unit));
        from.shown().stream().filter(name -> under(name, unit)).forEach(shown::add);
        return Typed.of(values, shown);
    }

    private void single(String unit) {
        var hers = slice(theirs, unit);
        var own = slice(mine, unit);
        var before = base == null ? null : slice(base, unit);
        if (own.equals(hers) || own.equals(before)) {
            return;
        }
        if (hers.equals(before) || before == null && hers.isEmpty()) {
            copy(mine, unit, unit);
        } else if (before != null || !own.isEmpty()) {
            clashes.add(unit);
        }
    }

    private void list(FormField list) {
        String key = list.key();
        var hers = slice(theirs, key);
        var own = slice(mine, key);
        var before = base == null ? null : slice(base, key);
        if (own.equals(hers) || own.equals(before)) {
            sizes.put(key, theirs.items(key));
        } else if (hers.equals(before) || before == null && hers.isEmpty()) {
            copy(mine, key, key);
            sizes.put(key, mine.items(key));
        } else if (before != null && size(theirs, key) >= size(base, key) && size(mine, key) >= size(base, key)) {
            itemByItem(list);
        } else {
            clashes.add(key);
            sizes.put(key, theirs.items(key));
        }
    }

    private void itemByItem(FormField list) {
        String key = list.key();
        int common = size(base, key);
        for (int i = 0; i < common; i++) {
            String item = Names.inItem(key, i);
            FormField.asking(list.children()).forEach(child -> single(item + "." + child.key()));
        }
        int end = size(theirs, key);
        values.keySet().removeIf(name -> beyond(name, key, size(theirs, key)));
        for (int i = common; i < size(mine, key); i++) {
            if (!addedByBoth(key, common, i)) {
                copy(mine, Names.inItem(key, i), Names.inItem(key, end++));
            }
        }
        // An item that was just opened stays open.
        for (int open = mine.items(key) - size(mine, key); open > 0; open--) {
            values.put(Names.inItem(key, end++), List.of(""));
        }
        sizes.put(key, end);
    }

    private boolean addedByBoth(String key, int from, int index) {
        var own = renamed(slice(mine, Names.inItem(key, index)), Names.inItem(key, index), "");
        for (int i = from; i < size(theirs, key); i++) {
            if (own.equals(renamed(slice(theirs, Names.inItem(key, i)), Names.inItem(key, i), ""))) {
                return true;
            }
        }
        return false;
    }

    private void copy(Typed from, String unit, String as) {
        values.keySet().removeIf(name -> under(name, as));
        Map<String, List<String>> found = new LinkedHashMap<>();
        from.values().forEach((name, texts) -> {
            if (under(name, unit)) {
                found.put(name, texts);
            }
        });
        values.putAll(renamed(found, unit, as));
    }

    private static Map<String, List<String>> renamed(Map<String, List<String>> found, String unit, String as) {
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        found.forEach((name, texts) -> renamed.put(as + name.substring(unit.length()), texts));
        return renamed;
    }

    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>(theirs.shown());
        shown.addAll(mine.shown());
        sizes.forEach((list, size) -> shown.removeIf(name -> beyond(name, list, size)));
        return shown;
    }

    private static boolean beyond(String name, String list, int size) {
        Names.Item item = Names.item(name);
        return item != null && item.list().equals(list) && item.index() >= size;
    }

    private static boolean under(String name, String unit) {
        return name.startsWith(unit)
                && (name.length() == unit.length() || name.charAt(unit.length()) == '.' || name.charAt(unit.length()) == '[');
    }

    /** Up to the last item in which something stands. */
    private static int size(Typed typed, String list) {
        return slice(typed, list).keySet().stream()
                .map(Names::item)
                .filter(item -> item != null)
                .mapToInt(item -> item.index() + 1)
                .max()
                .orElse(0);
    }
}
