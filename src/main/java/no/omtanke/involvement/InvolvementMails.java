package no.omtanke.involvement;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to those who are asked for consent and to bodies, each an asynchronous step of the model. Public because the model calls them by
 * name. A mail says that something waits, and where; not what, and not of whom.
 */
@Component("involvementMails")
@CallableFromModel
@Transactional
public class InvolvementMails {

    private static final Duration VALID = Duration.ofDays(30);
    private static final String TASKS = "/tasks";

    private final InvolvementStore store;
    private final Bodies bodies;
    private final Directory directory;
    private final Involvements involvements;
    private final SecureLinks links;
    private final Sharing sharing;
    private final Mailer mailer;

    InvolvementMails(
            InvolvementStore store,
            Bodies bodies,
            Directory directory,
            Involvements involvements,
            SecureLinks links,
            Sharing sharing,
            Mailer mailer) {
        this.sharing = sharing;
        this.store = store;
        this.bodies = bodies;
        this.directory = directory;
        this.involvements = involvements;
        this.links = links;
        this.mailer = mailer;
    }

    /** Everybody who has been asked and has not answered gets a link of their own. */
    public void askConsent(String involvement) {
        Involvement one = one(involvement);
        store.consents(one.id()).stream()
                .filter(c -> c.state().equals(Consent.ASKED))
                .forEach(c -> consentLink(one, c.person(), "consent-asked"));
    }

    /** A new link to somebody who asked for one. @param consenter the person's id */
    public void consentAgain(String involvement, String consenter) {
        consentLink(one(involvement), Long.parseLong(consenter), "consent-link");
    }

    /** The body is asked, or reminded: by its tasks, or by a link. */
    public void askBody(String involvement) {
        Involvement one = one(involvement);
        toBody(one, one.reminded() > 0 ? "help-reminder" : "help-asked");
    }

    /** A new link to a body that asked for one. */
    public void bodyAgain(String involvement) {
        toBody(one(involvement), "help-link");
    }

    /** The body is told by its tasks or by a link. @param kind what the mail says, a code */
    public void tellBody(String involvement, String kind) {
        toBody(one(involvement), kind);
    }

    /** Everybody whose word is asked for gets a link of their own to what they are asked, or may read. @param kind what the mail says, a code */
    public void tellFamily(String involvement, String kind) {
        Involvement one = one(involvement);
        store.consents(one.id()).stream()
                .filter(consent -> sharing.mustConsent(one).contains(consent.person()))
                .filter(consent -> !kind.equals("referral-consent") || consent.state().equals(Consent.ASKED))
                .forEach(consent -> consentLink(one, consent.person(), kind));
    }

    /** Both are told that nothing is shared any more. */
    public void stopped(String involvement) {
        Involvement one = one(involvement);
        Body body = bodies.find(one.body()).orElseThrow();
        List<Person> holders = bodies.holders(one.body());
        if (holders.isEmpty() && body.email() != null) {
            mailer.send("help-over-" + one.id(), body.email(), bokmaal(), "help-over");
        }
        holders.forEach(person -> toStaff(one, person, "help-over-account", TASKS));
        // A family that asked by itself reads it on its own page.
        directory.person(one.askedBy()).filter(person -> !store.inLane(one.id())).ifPresent(person -> toStaff(one, person, "help-over-asker", TASKS));
    }

    private void toBody(Involvement one, String template) {
        List<Person> holders = bodies.holders(one.body());
        if (holders.isEmpty()) {
            byLink(one, template);
        }
        holders.forEach(person -> toStaff(one, person, template + "-account", TASKS));
    }

    private void byLink(Involvement one, String template) {
        Body body = bodies.find(one.body()).orElseThrow();
        if (body.email() == null || !one.withBody()) {
            return;
        }
        links.replace(LinkPurpose.INVOLVEMENT, one.id());
        int number = links.issued(LinkPurpose.INVOLVEMENT, one.id());
        mailer.send(
                template + "-" + one.id() + "-" + number,
                body.email(),
                bokmaal(),
                template,
                links.issue(LinkPurpose.INVOLVEMENT, one.id(), one.caseId(), null, VALID));
    }

    private void consentLink(Involvement one, long person, String template) {
        directory.person(person).filter(p -> p.email() != null && !p.email().isBlank()).ifPresent(p -> {
            links.replace(LinkPurpose.CONSENT, one.id(), person);
            int number = links.issued(LinkPurpose.CONSENT, one.id());
            mailer.send(
                    template + "-" + one.id() + "-" + person + "-" + number,
                    p.email(),
                    Locale.forLanguageTag(p.language()),
                    template,
                    links.issue(LinkPurpose.CONSENT, one.id(), one.caseId(), person, VALID));
        });
    }

    private void toStaff(Involvement one, Person person, String template, String path) {
        if (person.email() != null) {
            mailer.send(
                    template + "-" + one.id() + "-" + one.reminded() + "-" + one.state() + "-" + person.id(),
                    person.email(),
                    Locale.forLanguageTag(person.language()),
                    template,
                    mailer.address(path));
        }
    }

    private static Locale bokmaal() {
        return Locale.forLanguageTag("nb");
    }

    private Involvement one(String involvement) {
        return store.find(UUID.fromString(involvement)).orElseThrow();
    }
}
