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
        Answers answers = Answers.fromJson(written.json());
        boolean given = answers.text("consentAnswer").equals(Consent.GIVEN);
        store.answer(
                consent.id(),
                given ? Consent.GIVEN : Consent.REFUSED,
                given ? new HashSet<>(answers.list("keptOut")) : Set.of(),
                given ? LocalDate.parse(answers.text("consentUntil").substring(0, 10)) : null);
        event(one, given ? "help-consent-given" : "help-consent-refused");
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
