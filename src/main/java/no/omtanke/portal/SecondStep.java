package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.FamilySignIn;
import no.omtanke.application.Applicants;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.OwnQuestion;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.OneTimeCodes;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.involvement.BodyDoor;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.organization.Person;
import no.omtanke.plan.FamilyLinks;
import no.omtanke.process.FamilyCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;

/**
 * What is asked of somebody who has a link, before more is opened than what they wrote themselves: a code by mail, or the public
 * sign-in when the installation has one. A link to an address that nobody has confirmed asks what only the writer knows first.
 */
@Service
class SecondStep {

    /** A mistyped address: after so many wrong answers in all, links to it open nothing any more. */
    static final int WRONG_ANSWERS = 10;

    private static final String ANSWER_WRONG = "answer-wrong";

    private final LinkSessions sessions;
    private final OneTimeCodes codes;
    private final Mailer mailer;
    private final FamilyDoor families;
    private final FamilyLinks plans;
    private final ConsentDoor consents;
    private final BodyDoor bodies;
    private final Applicants applicants;
    private final DecisionDoor decisions;
    private final FamilyCases own;
    private final Pacing pacing;
    private final LinkLog log;
    private final AccessLog readings;
    private final Optional<FamilySignIn> strong;

    SecondStep(
            LinkSessions sessions,
            OneTimeCodes codes,
            Mailer mailer,
            FamilyDoor families,
            FamilyLinks plans,
            ConsentDoor consents,
            BodyDoor bodies,
            Applicants applicants,
            DecisionDoor decisions,
            FamilyCases own,
            Pacing pacing,
            LinkLog log,
            AccessLog readings,
            ObjectProvider<FamilySignIn> strong) {
        this.sessions = sessions;
        this.codes = codes;
        this.mailer = mailer;
        this.families = families;
        this.plans = plans;
        this.consents = consents;
        this.bodies = bodies;
        this.applicants = applicants;
        this.decisions = decisions;
        this.own = own;
        this.pacing = pacing;
        this.log = log;
        this.readings = readings;
        this.strong = Optional.ofNullable(strong.getIfAvailable());
    }

    /** What became of a code that should leave. */
    enum Sent {
        SENT,
        /** The mail server did not take it. */
        FAILED,
        /** As many as there are in an hour. */
        WAIT,
        NO_ADDRESS
    }

    /** What became of what was typed. */
    sealed interface Entered {
        /** @param token the session's new token, for the cookie */
        record Right(String token) implements Entered {}

        record Wrong() implements Entered {}

        /** Another code is needed, or another link. */
        record NoMore() implements Entered {}
    }

    /** A code to the address on file of the link's person, for this session alone; somebody waits for it on the page. */
    Sent send(OwnPage page, String token, LinkSession session, Locale locale) {
        Optional<String> address = address(page, session);
        Sent sent = address.isEmpty()
                ? Sent.NO_ADDRESS
                : pacing.maySendCode(page.purpose() + " " + session.subject() + " " + session.personId())
                        ? mail(address.get(), token, locale)
                        : Sent.WAIT;
        log.step(page.purpose(), session, sent == Sent.SENT, sent == Sent.SENT ? "code-sent" : "code-not-sent");
        return sent;
    }

    Entered enter(OwnPage page, String token, LinkSession session, String typed) {
        return switch (codes.enter(token, typed)) {
            case RIGHT -> {
                Optional<String> fresh = sessions.prove(token, "code");
                log.step(page.purpose(), session, fresh.isPresent(), fresh.isPresent() ? "code-right" : "code-too-late");
                yield fresh.<Entered>map(Entered.Right::new).orElseGet(Entered.NoMore::new);
            }
            case WRONG -> {
                log.step(page.purpose(), session, false, "code-wrong");
                yield codes.waits(token) ? new Entered.Wrong() : new Entered.NoMore();
            }
            case NO_CODE -> {
                log.step(page.purpose(), session, false, "code-too-late");
                yield new Entered.NoMore();
            }
        };
    }

    boolean waits(String token) {
        return codes.waits(token);
    }

    /** What the one who opened a link to an unconfirmed address is asked; empty when there have been too many wrong answers. */
    Optional<OwnQuestion> question(UUID caseId) {
        return families.question(caseId).filter(q -> readings.links(caseId, ANSWER_WRONG) < WRONG_ANSWERS);
    }

    /** Whether links to the report open nothing any more: its address is somebody else's who tried. */
    boolean shut(UUID caseId) {
        return families.question(caseId).isPresent() && question(caseId).isEmpty();
    }

    Entered answer(String token, LinkSession session, String typed) {
        Optional<OwnQuestion> question = question(session.subject());
        if (question.isEmpty() || !sessions.mayTry(token, OneTimeCodes.TRIES)) {
            log.step(OwnPage.REPORT.purpose(), session, false, "answer-too-late");
            sessions.end(token, "wrong-answers");
            return new Entered.NoMore();
        }
        if (!question.get().isAnsweredBy(typed)) {
            log.step(OwnPage.REPORT.purpose(), session, false, ANSWER_WRONG);
            return new Entered.Wrong();
        }
        log.step(OwnPage.REPORT.purpose(), session, true, "answer-right");
        families.confirmAddress(session.subject());
        return sessions.trust(token).<Entered>map(Entered.Right::new).orElseGet(Entered.NoMore::new);
    }

    /** Where the person signs in instead, when the installation has such a place and knows who they should be. */
    Optional<String> signIn(OwnPage page, LinkSession session) {
        return strong.filter(FamilySignIn::configured)
                .filter(s -> person(page, session).isPresent())
                .map(s -> s.address(page.code()));
    }

    /** Somebody has signed in there: the link's person, or somebody else. Empty when nobody has. */
    Optional<Entered> signedIn(OwnPage page, String token, LinkSession session, HttpServletRequest request) {
        Optional<Long> who = strong.filter(FamilySignIn::configured)
                .filter(s -> person(page, session).isPresent())
                .flatMap(s -> s.personOf(request));
        if (who.isEmpty()) {
            return Optional.empty();
        }
        if (!who.equals(person(page, session))) {
            log.step(page.purpose(), session, false, "strong-other");
            return Optional.of(new Entered.Wrong());
        }
        log.step(page.purpose(), session, true, "strong-right");
        return sessions.prove(token, "strong").map(Entered.Right::new);
    }

    private Optional<Long> person(OwnPage page, LinkSession session) {
        return page == OwnPage.REPORT ? families.reporter(session.subject()) : Optional.ofNullable(session.personId());
    }

    private Optional<String> address(OwnPage page, LinkSession session) {
        return switch (page) {
            case REPORT -> families.address(session.subject());
            case PLAN -> plans.address(session.subject(), session.personId());
            case CONSENT -> consents.address(session.subject(), session.personId());
            case HELP -> bodies.address(session.subject());
            case APPLYING -> applicants.open(session.subject()).map(Person::email);
            case DECISION -> decisions.address(session.subject(), session.personId());
            case APPLICATION -> own.address(session.subject(), session.personId());
        };
    }

    private Sent mail(String address, String token, Locale locale) {
        String code = codes.draw(token);
        try {
            mailer.send(
                    "code-" + UUID.randomUUID(),
                    address,
                    locale,
                    "code",
                    code.substring(0, 4) + " " + code.substring(4),
                    OneTimeCodes.VALID.toMinutes());
            return Sent.SENT;
        } catch (MailException notTaken) {
            codes.forget(token);
            return Sent.FAILED;
        }
    }
}
