package no.omtanke.dossier;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;

/** A case as it can leave: opened for that, and every item in the order of the list. */
record Gathered(OpenCase open, List<Item> items, Withheld withheld) {

    /** Whether the item is about a pupil whom the case is not about: somebody who is involved or saw it. */
    boolean isAnothers(Item item) {
        return item.about() != null
                && open.parties().stream().noneMatch(p -> p.id().equals(item.about()) && p.role().equals("affected"));
    }

    /** The names of the pupils whom the case is about. */
    List<String> pupils() {
        return open.parties().stream().filter(p -> p.role().equals("affected")).map(Party::name).toList();
    }

    /** The name of an affected pupil; empty for any other. */
    String name(UUID pupil) {
        return open.parties().stream()
                .filter(p -> p.id().equals(pupil) && p.role().equals("affected"))
                .map(Party::name)
                .findFirst()
                .orElse("");
    }
}
