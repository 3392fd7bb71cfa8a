package no.omtanke.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws names in the same order every time, and no full name twice. */
class InventedNames {

    private final Random chance = new Random(1881);
    private final Set<String> taken = new HashSet<>();

    String familyName(Background background) {
        return one(background.familyNames());
    }

    String adult(Background background, String familyName) {
        return unused(background.adults(), familyName);
    }

    String child(Background background, String familyName) {
        return unused(background.children(), familyName);
    }

    private String unused(List<String> givenNames, String familyName) {
        int first = chance.nextInt(givenNames.size());
        for (int step = 0; step < givenNames.size(); step++) {
            String given = givenNames.get((first + step) % givenNames.size());
            if (taken.add(given + " " + familyName)) {
                return given;
            }
        }
        throw new IllegalStateException("No name is left for the family " + familyName);
    }

    private String one(List<String> names) {
        return names.get(chance.nextInt(names.size()));
    }
}
