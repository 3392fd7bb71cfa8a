package no.omtanke.health;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/**
 * Who must agree before the health service tells the school something: the pupil alone from the age of 16, before that each guardian with
 * parental responsibility. A younger pupil who wrote themself decides whether those at home are asked at all.
 */
@Component
class Consent {

    private static final int DECIDES_ALONE = 16;

    private final Directory directory;
    private final Clock clock;

    Consent(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether who wrote lets it go on. @param pupil whom it is about, when the health service knows them in the register */
    boolean isGivenBy(Optional<Person> pupil, Answers said) {
        boolean may =
                switch (said.text("asWhom")) {
                    case "guardian" -> true;
                    // What they say of their age counts, unless the register knows better.
                    case "pupil" -> pupil.isEmpty() || pupil.get().birthDate() == null || decidesAlone(pupil.get());
                    default -> said.text("homeMayKnow").equals("yes");
                };
        return said.text("agrees").equals("yes") && may;
    }

    /** Whether others than who wrote must agree, too. */
    boolean takesOthers(Optional<Person> pupil, Answers said) {
        boolean guardian = said.text("asWhom").equals("guardian");
        if (said.text("asWhom").equals("pupil")) {
            return false;
        }
        return !(guardian && pupil.isPresent() && !decidesAlone(pupil.get()) && responsible(pupil.get()).size() == 1);
    }

    /** Whom the register knows that must agree; nobody when it does not know the pupil. */
    List<Person> asked(Optional<Person> pupil) {
        return pupil.map(p -> decidesAlone(p) ? List.of(p) : responsible(p)).orElse(List.of());
    }

    private List<Person> responsible(Person pupil) {
        return directory.guardiansOf(pupil.id()).stream().filter(Guardian::parentalResponsibility).map(Guardian::person).toList();
    }

    private boolean decidesAlone(Person pupil) {
        return pupil.birthDate() != null && !pupil.birthDate().isAfter(LocalDate.now(clock).minusYears(DECIDES_ALONE));
    }
}
