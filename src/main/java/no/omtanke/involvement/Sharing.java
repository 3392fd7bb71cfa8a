package no.omtanke.involvement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** What a body may read now. Everything is asked anew each time: the state, whose consent it takes, and what was kept out of it. */
@Component
class Sharing {

    private final InvolvementStore store;
    private final Bodies bodies;
    private final Directory directory;
    private final CaseFiles cases;
    private final Clock clock;

    Sharing(InvolvementStore store, Bodies bodies, Directory directory, CaseFiles cases, Clock clock) {
        this.store = store;
        this.bodies = bodies;
        this.directory = directory;
        this.cases = cases;
        this.clock = clock;
    }

    Body body(Involvement of) {
        return bodies.find(of.body()).orElseThrow();
    }

    /** The pupil, when the directory knows them. */
    Optional<Person> pupil(Involvement of) {
        return cases.parties(of.caseId()).stream()
                .filter(party -> party.id().equals(of.pupil()) && party.personId() != null)
                .map(Party::personId)
                .findFirst()
                .flatMap(directory::person);
    }

    /** Those who must all agree today; nobody when it takes no consent, or when nobody can give it. */
    Set<Long> mustConsent(Involvement of) {
        Optional<Person> pupil = of.needsConsent() ? pupil(of) : Optional.empty();
        if (pupil.isEmpty()) {
            return Set.of();
        }
        List<Long> guardians = directory.guardiansOf(pupil.get().id()).stream()
                .filter(Guardian::parentalResponsibility)
                .map(guardian -> guardian.person().id())
                .toList();
        return ConsentRule.mustConsent(kind(of), pupil.get().birthDate(), pupil.get().id(), guardians, today());
    }

    /** Whether the person can be asked by a link, or is the pupil, to whom the school gives its screen. */
    boolean reachable(Involvement of, long person) {
        boolean self = pupil(of).filter(pupil -> pupil.id() == person).isPresent();
        return self || directory.person(person).map(Person::email).filter(email -> !email.isBlank()).isPresent();
    }

    boolean consented(Involvement of) {
        return !of.needsConsent() || ConsentRule.holds(mustConsent(of), store.consents(of.id()), today());
    }

    Set<Long> notAsked(Involvement of) {
        return ConsentRule.notAsked(mustConsent(of), store.consents(of.id()));
    }

    /** The day on which the pupil's word comes in place of the guardians'. */
    Optional<LocalDate> pupilDecidesFrom(Involvement of) {
        return of.needsConsent()
                ? pupil(of).flatMap(pupil -> ConsentRule.changesOn(kind(of), pupil.birthDate(), today()))
                : Optional.empty();
    }

    /** Whether the body may read anything at all. */
    boolean mayRead(Involvement of) {
        return of.withBody() && consented(of);
    }

    /** Of what was chosen, what nobody has kept out, and the question. */
    List<Share> now(Involvement of) {
        Set<String> keptOut = of.needsConsent() ? ConsentRule.keptOut(mustConsent(of), store.consents(of.id())) : Set.of();
        return store.shares(of.id()).stream()
                .filter(share -> share.ofTheQuestion() || !keptOut.contains(share.kind().id()))
                .toList();
    }

    /** The ids of everything that the gate may open for the body. */
    Set<UUID> chosen(Involvement of) {
        Set<UUID> chosen = new HashSet<>();
        now(of).forEach(share -> chosen.add(share.piece()));
        if (of.shareName() && of.pupil() != null) {
            chosen.add(of.pupil());
        }
        return chosen;
    }

    private BodyKind kind(Involvement of) {
        return body(of).kind();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
