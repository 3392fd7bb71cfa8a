package no.omtanke.health;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import org.springframework.stereotype.Component;

/** Who may let the health service tell the school something: a guardian, or the pupil from the age of 16. */
@Component
class Consent {

    private static final int DECIDES_ALONE = 16;

    private final Directory directory;
    private final Clock clock;

    Consent(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    boolean isGivenBy(List<Party> parties, Answers said) {
        boolean may = said.text("asWhom").equals("guardian") || said.text("asWhom").equals("pupil") && !knownToBeYounger(parties);
        return said.text("agrees").equals("yes") && may;
    }

    // What they say of their age counts, unless the register knows better.
    private boolean knownToBeYounger(List<Party> parties) {
        LocalDate sixteen = LocalDate.now(clock).minusYears(DECIDES_ALONE);
        return parties.stream()
                .filter(p -> p.isPupil() && p.personId() != null)
                .flatMap(p -> directory.person(p.personId()).stream())
                .anyMatch(p -> p.birthDate() != null && p.birthDate().isAfter(sixteen));
    }
}
