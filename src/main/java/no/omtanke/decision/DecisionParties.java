package no.omtanke.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** Whom a decision about a pupil is for: the guardians, and the pupil from 15; from 18 the pupil alone. */
@Component
class DecisionParties {

    private static final int OWN_MATTERS = 15;

    private final CaseFiles cases;
    private final Directory directory;
    private final Clock clock;

    DecisionParties(CaseFiles cases, Directory directory, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** The pupil whom the party of the case is, when the directory knows them. */
    Optional<Person> pupil(UUID caseId, UUID pupil) {
        return cases.parties(caseId).stream()
                .filter(party -> party.id().equals(pupil) && party.personId() != null)
                .findFirst()
                .flatMap(party -> directory.person(party.personId()));
    }

    /** As of today. Where nobody else is, it is the pupil's own, whatever the age. */
    List<Person> of(UUID caseId, UUID pupil) {
        Person child = pupil(caseId, pupil).orElseThrow();
        List<Person> parties = new ArrayList<>(
                directory.guardiansOf(child.id()).stream().map(Guardian::person).toList());
        if (parties.isEmpty() || child.hasTurned(OWN_MATTERS, LocalDate.now(clock))) {
            parties.add(child);
        }
        return parties;
    }

    /** The person of a decision, when they still are the pupil or a guardian today. */
    Optional<Person> still(Decision decision, long person) {
        return pupil(decision.caseId(), decision.pupil()).flatMap(child -> child.id() == person
                ? Optional.of(child)
                : directory.guardiansOf(child.id()).stream()
                        .map(Guardian::person)
                        .filter(guardian -> guardian.id() == person)
                        .findFirst());
    }
}
