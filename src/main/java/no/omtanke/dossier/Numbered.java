package no.omtanke.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An item with its number in the package: from 1, without gaps, in the order of the list. */
record Numbered(int number, Item item) {

    /** Numbers what is taken; what is left out has no number. */
    static List<Numbered> of(List<Item> items, Set<String> taken) {
        List<Numbered> numbered = new ArrayList<>();
        for (Item item : items) {
            if (taken.contains(item.key())) {
                numbered.add(new Numbered(numbered.size() + 1, item));
            }
        }
        return numbered;
    }

    /** With as many digits as the longest number of the package has, and never fewer than two. */
    static String padded(int number, int highest) {
        int digits = Math.max(2, String.valueOf(highest).length());
        return String.format("%0" + digits + "d", number);
    }
}
