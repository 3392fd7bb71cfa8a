package no.omtanke.involvement;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of asking for consent. Public because the model calls them by name. */
@Component("consents")
@CallableFromModel
@Transactional
public class Consents {

    // When nobody's word changes: after the case is over.
    private static final int NEVER_IN_YEARS = 30;

    private final InvolvementStore store;
    private final Sharing sharing;
    private final CaseFiles cases;
    private final Clock clock;

    Consents(InvolvementStore store, Sharing sharing, CaseFiles cases, Clock clock) {
        this.store = store;
        this.sharing = sharing;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether it takes a consent that is not there. */
    public boolean missing(String involvement) {
        return !sharing.consented(one(involvement));
    }

    /** Everybody who must consent and was not asked yet is asked. */
    public void ask(String involvement) {
        Involvement one = one(involvement);
        Set<Long> asked = sharing.notAsked(one);
        asked.forEach(person -> store.askConsent(one, person));
        if (!asked.isEmpty()) {
            event(one, "help-consent-asked");
        }
    }

    /** Who has been asked and has not answered, for the model: a task for each. */
    public List<String> asked(String involvement) {
        return store.consents(id(involvement)).stream()
                .filter(c -> c.state().equals(Consent.ASKED))
                .map(c -> String.valueOf(c.person()))
                .toList();
    }

    /** Keeps what the person has just answered. */
    public void keep(String involvement, String consenter) {
        Involvement one = one(involvement);
        Consent consent = of(one, consenter);
        Entry written = cases.entries(one.caseId(), "give-consent").stream()
                .filter(entry -> Long.valueOf(consent.person()).equals(entry.authorId()))
                .reduce((first, second) -> second)
                .orElseThrow();
        keep(one, consent, Answers.fromJson(written.json()));
    }

    private void keep(Involvement one, Consent consent, Answers answers) {
        String answer = answers.text("consentAnswer");
        boolean given = answer.equals(Consent.GIVEN);
        store.answer(
                consent.id(),
                answer,
                given ? new HashSet<>(answers.list("keptOut")) : Set.of(),
                given ? LocalDate.parse(answers.text("consentUntil").substring(0, 10)) : null);
        switch (answer) {
            case Consent.GIVEN -> event(one, "help-consent-given");
            case Consent.REFUSED -> event(one, "help-consent-refused");
            default -> event(one, "help-consent-silent");
        }
    }

    /** Whether a link reaches the person; a pupil can always answer on the school's screen. */
    public boolean reachable(String involvement, String consenter) {
        return sharing.reachable(one(involvement), Long.parseLong(consenter));
    }

    /** Keeps what somebody without an address answered at the school, as whoever asked them wrote it down. */
    public void keepTaken(String involvement, String consenter) {
        Involvement one = one(involvement);
        Answers answers = cases.entries(one.caseId(), "take-consent").stream()
                .reduce((first, second) -> second)
                .map(entry -> Answers.fromJson(entry.json()))
                .orElseThrow();
        keep(one, of(one, consenter), answers);
    }

    /** The time to answer is over: that is no consent. */
    public void silent(String involvement, String consenter) {
        Involvement one = one(involvement);
        store.answer(of(one, consenter).id(), Consent.SILENT, Set.of(), null);
        event(one, "help-consent-silent");
    }

    /** The day on which the pupil's own word comes in place of the guardians'. */
    public Date pupilDecidesFrom(String involvement) {
        return sharing.pupilDecidesFrom(one(involvement))
                .map(day -> day.atTime(8, 0).atZone(clock.getZone()))
                .map(at -> Date.from(at.toInstant()))
                .orElseGet(() -> Date.from(ZonedDateTime.now(clock).plusYears(NEVER_IN_YEARS).toInstant()));
    }

    /** The pupil's person, who is asked alone from then on. */
    public String pupil(String involvement) {
        return sharing.pupil(one(involvement)).map(Person::id).map(String::valueOf).orElseThrow();
    }

    private Consent of(Involvement one, String consenter) {
        return store.consents(one.id()).stream()
                .filter(c -> String.valueOf(c.person()).equals(consenter))
                .findFirst()
                .orElseThrow();
    }

    private void event(Involvement one, String kind) {
        cases.event(one.caseId(), kind, null, Map.of("involvement", one.id().toString()));
    }

    private Involvement one(String involvement) {
        return store.find(id(involvement)).orElseThrow();
    }

    private static UUID id(String involvement) {
        return UUID.fromString(involvement);
    }
}
