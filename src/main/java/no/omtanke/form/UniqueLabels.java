package no.omtanke.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Two people in a class can share a name: the birth year tells them apart, and where it cannot, a number. */
final class UniqueLabels {

    record Named(long id, String label, String name, String group, Integer birthYear) {}

    private UniqueLabels() {}

    static List<People.Entry> of(List<Named> people) {
        Map<String, List<Named>> sameLabel = new LinkedHashMap<>();
        Map<Long, Named> once = new LinkedHashMap<>();
        people.forEach(person -> once.putIfAbsent(person.id(), person));
        once.values().forEach(person -> sameLabel
                .computeIfAbsent(person.label().toLowerCase(Locale.ROOT), label -> new ArrayList<>())
                .add(person));
        Map<Long, String> labels = new LinkedHashMap<>();
        sameLabel.values().forEach(namesakes -> label(namesakes, labels));
        return once.values().stream()
                .map(person -> new People.Entry(
                        String.valueOf(person.id()), labels.get(person.id()), person.name(), person.group()))
                .toList();
    }

    private static void label(List<Named> namesakes, Map<Long, String> labels) {
        if (namesakes.size() == 1) {
            labels.put(namesakes.get(0).id(), namesakes.get(0).label());
            return;
        }
        long years = namesakes.stream()
                .map(Named::birthYear)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        boolean yearsTell = years == namesakes.size();
        namesakes.sort(Comparator.comparingLong(Named::id));
        for (int i = 0; i < namesakes.size(); i++) {
            Named person = namesakes.get(i);
            labels.put(person.id(), person.label() + ", " + (yearsTell ? person.birthYear() : "nr. " + (i + 1)));
        }
    }
}
