package no.omtanke.absence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.omtanke.organization.PupilEntry;

/** Finds the pupil whom a file means: by the school's own number, else by name and class. Two who could be meant are not guessed at. */
final class Matching {

    private final Map<String, Long> known;
    private final Map<Long, PupilEntry> here;
    private final Map<String, List<PupilEntry>> byName = new HashMap<>();

    /** @param known which pupil the school's numbers stand for */
    Matching(List<PupilEntry> pupils, Map<String, Long> known) {
        this.known = known;
        this.here = pupils.stream().collect(Collectors.toMap(p -> p.person().id(), p -> p, (first, second) -> first));
        this.byName.putAll(pupils.stream().collect(Collectors.groupingBy(p -> plain(p.person().name()))));
    }

    Optional<Long> find(FileLine.Who who) {
        Long pupil = known.get(who.id());
        if (pupil != null && here.containsKey(pupil)) {
            return Optional.of(pupil);
        }
        List<PupilEntry> named = byName.getOrDefault(plain(who.name()), List.of()).stream()
                .filter(p -> who.group().isBlank() || group(p.className()).equals(group(who.group())))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0).person().id()) : Optional.empty();
    }

    // «Nordmann, Kari» and «Kari Nordmann» are the same.
    private static String plain(String name) {
        int comma = name.indexOf(',');
        String turned = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
        return turned.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String group(String name) {
        return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
