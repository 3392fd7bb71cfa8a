package no.omtanke.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to the parties of a decision, each an asynchronous step of the model. Public because models call it by name. A mail says that
 * something can be read, and where; not what, and not of whom.
 */
@Component("decisionMails")
@CallableFromModel
@Transactional
public class DecisionMails {

    private static final Duration VALID = Duration.ofDays(60);

    private final DecisionStore store;
    private final AppealStore appeals;
    private final Decisions decisions;
    private final DecisionParties parties;
    private final SecureLinks links;
    private final Mailer mailer;
    private final Clock clock;

    DecisionMails(
            DecisionStore store,
            AppealStore appeals,
            Decisions decisions,
            DecisionParties parties,
            SecureLinks links,
            Mailer mailer,
            Clock clock) {
        this.store = store;
        this.appeals = appeals;
        this.decisions = decisions;
        this.parties = parties;
        this.links = links;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** The party gets a link, and with the mail that left the letter is available to them. Without an address nothing happens here. */
    public void send(String decisionParty) {
        DecisionParty party = store.party(UUID.fromString(decisionParty)).orElseThrow();
        if (!party.available() && mail(party, "decision")) {
            decisions.begin(party, "link", LocalDate.now(clock));
        }
    }

    /** A new link to a party who asked for one. */
    public void again(String decisionParty) {
        mail(store.party(UUID.fromString(decisionParty)).orElseThrow(), "decision-link");
    }

    /** The appeal is there. */
    public void receipt(String appeal) {
        toAppellant(appeal, "appeal-receipt");
    }

    /** Statsforvalteren has it now. */
    public void forwarded(String appeal) {
        toAppellant(appeal, "appeal-forwarded");
    }

    /** Everybody hears what was decided. */
    public void outcome(String appeal) {
        Appeal one = appeals.find(UUID.fromString(appeal)).orElseThrow();
        store.parties(one.decision()).forEach(party -> mail(party, "appeal-outcome"));
    }

    private void toAppellant(String appeal, String template) {
        mail(store.party(appeals.find(UUID.fromString(appeal)).orElseThrow().party()).orElseThrow(), template);
    }

    // False when there is nobody, or nowhere, to send it to.
    private boolean mail(DecisionParty party, String template) {
        Decision decision = store.find(party.decision()).orElseThrow();
        Optional<Person> person = parties.still(decision, party.person()).filter(DecisionMails::hasAddress);
        person.ifPresent(to -> {
            links.replace(LinkPurpose.DECISION, decision.id(), to.id());
            int number = links.issued(LinkPurpose.DECISION, decision.id());
            mailer.send(
                    template + "-" + party.id() + "-" + number,
                    to.email(),
                    Locale.forLanguageTag(to.language()),
                    template,
                    links.issue(LinkPurpose.DECISION, decision.id(), decision.caseId(), to.id(), VALID));
        });
        return person.isPresent();
    }

    static boolean hasAddress(Person person) {
        return person.email() != null && !person.email().isBlank();
    }
}
