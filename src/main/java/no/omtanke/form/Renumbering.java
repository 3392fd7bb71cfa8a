package no.omtanke.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** New numbers for list items; an item without a number is gone. */
final class Renumbering {

    private final Map<String, List<Integer>> kept = new HashMap<>();

    private Renumbering() {}

    /** Closes gaps, so that an absurd number in a forged post makes no absurd number of items. */
    static Renumbering withoutGaps(Map<String, List<String>> values, Set<String> shown) {
        Map<String, SortedSet<Integer>> found = new HashMap<>();
        for (Collection<String> names : List.of(values.keySet(), shown)) {
            for (String name : names) {
                Names.Item item = Names.item(name);
                if (item != null) {
                    found.computeIfAbsent(item.list(), list -> new TreeSet<>()).add(item.index());
                }
            }
        }
        Renumbering renumbering = new Renumbering();
        found.forEach((list, indices) -> renumbering.kept.put(list, new ArrayList<>(indices)));
        return renumbering;
    }

    static Renumbering without(Typed typed, String list, int index) {
        Renumbering renumbering = withoutGaps(typed.values(), typed.shown());
        renumbering.kept.getOrDefault(list, new ArrayList<>()).remove(Integer.valueOf(index));
        return renumbering;
    }

    Typed apply(Map<String, List<String>> values, Set<String> shown) {
        Map<String, List<String>> newValues = new LinkedHashMap<>();
        values.forEach((name, texts) -> {
            String renamed = rename(name);
            if (renamed != null) {
                newValues.put(renamed, texts);
            }
        });
        Set<String> newShown = new LinkedHashSet<>();
        for (String name : shown) {
            String renamed = rename(name);
            if (renamed != null) {
                newShown.add(renamed);
            }
        }
        return Typed.of(newValues, newShown);
    }

    private String rename(String name) {
        Names.Item item = Names.item(name);
        if (item == null) {
            return name;
        }
        int index = kept.get(item.list()).indexOf(item.index());
        return index < 0 ? null : item.name(index);
    }
}
