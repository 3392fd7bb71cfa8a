package no.omtanke.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.casefile.Party;

/**
 * How words are told outside the house: without what was withheld, and without the names of other pupils. One whose own pieces are taken
 * is somebody whom Statsforvalteren must know of, and is named.
 *
 * @param names of pupils who are not named
 */
record Discreet(Withheld withheld, Set<String> names, String insteadOfWords, String insteadOfName) {

    static Discreet of(Gathered gathered, List<Numbered> taken, String insteadOfWords, String insteadOfName) {
        Set<String> names = gathered.open().parties().stream()
                .filter(party -> party.isPupil() && gathered.name(party.id()).isEmpty())
                .filter(party -> taken.stream().noneMatch(numbered -> party.id().equals(numbered.item().about())))
                .map(Party::name)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
        return new Discreet(gathered.withheld(), names, insteadOfWords, insteadOfName);
    }

    String of(String text) {
        String told = withheld.shown(text, insteadOfWords);
        for (String name : names) {
            told = told == null ? null : told.replace(name, insteadOfName);
        }
        return told;
    }
}
