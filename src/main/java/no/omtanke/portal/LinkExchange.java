package no.omtanke.portal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.application.Applicants;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Invitations;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.SecureLink;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.form.Typed;
import no.omtanke.involvement.BodyDoor;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.FamilyLinks;
import no.omtanke.process.FamilyCases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Spends a link and gives what it stands for: a session of its own, or a draft that is filled in already. */
@Service
@Transactional
class LinkExchange {

    /** Which case the browser's latest link opened: known until the drafts are forgotten, so that a new link can be asked for. */
    static final String KNOWN = "my-report";

    /** The same for a plan, and for whom. */
    static final String KNOWN_PLAN = "my-plan";

    private static final String ASKED = "asked-to-apply";
    private static final Duration ASKING = Duration.ofHours(24);

    private final SecureLinks links;
    private final LinkSessions sessions;
    private final FamilyDoor families;
    private final Invitations invitations;
    private final FamilyLinks plans;
    private final ConsentDoor consents;
    private final BodyDoor bodies;
    private final Applicants applicants;
    private final DecisionDoor decisions;
    private final FamilyCases own;
    private final Directory directory;
    private final VisitorDrafts drafts;
    private final Pacing pacing;
    private final SecondStep step;

    LinkExchange(
            SecureLinks links,
            LinkSessions sessions,
            FamilyDoor families,
            Invitations invitations,
            FamilyLinks plans,
            ConsentDoor consents,
            BodyDoor bodies,
            Applicants applicants,
            DecisionDoor decisions,
            FamilyCases own,
            Directory directory,
            VisitorDrafts drafts,
            Pacing pacing,
            SecondStep step) {
        this.links = links;
        this.sessions = sessions;
        this.families = families;
        this.invitations = invitations;
        this.plans = plans;
        this.consents = consents;
        this.bodies = bodies;
        this.applicants = applicants;
        this.decisions = decisions;
        this.own = own;
        this.directory = directory;
        this.drafts = drafts;
        this.pacing = pacing;
        this.step = step;
    }

    /**
     * The session's token when the link was spent by this very call. Whoever comes to an address that nobody has confirmed, from
     * another browser than the one that sent the report, may be a stranger.
     */
    public Optional<String> toMyReport(String token, SecureLink link, Visitor visitor) {
        if (!stillTheirs(link) || !links.spend(token)) {
            return Optional.empty();
        }
        boolean doubted = step.question(link.subject()).isPresent() && !sentHere(link.subject(), visitor);
        if (!doubted) {
            families.confirmAddress(link.subject());
            known(link.subject(), visitor);
        }
        return Optional.of(sessions.begin(link, doubted));
    }

    /** Remembers which report this browser has been let in to. */
    public void known(UUID caseId, Visitor visitor) {
        drafts.remember(visitor, KNOWN, Typed.empty().with("_case", caseId.toString()), VisitorDrafts.KEEP);
    }

    private boolean sentHere(UUID caseId, Visitor visitor) {
        return Stream.of(Sending.SENT, KNOWN)
                .flatMap(what -> drafts.load(visitor, what).stream())
                .anyMatch(known -> known.text("_case").equals(caseId.toString()));
    }

    /** The same for a plan; a link of somebody who is of the family no more stays shut. */
    public Optional<String> toMyPlan(String token, SecureLink link, Visitor visitor) {
        if (!stillTheirs(link) || !links.spend(token)) {
            return Optional.empty();
        }
        drafts.remember(visitor, KNOWN_PLAN, new PlanVisit(link.subject(), link.personId()).typed(), VisitorDrafts.KEEP);
        return Optional.of(sessions.begin(link, false));
    }

    /** The same for somebody who is asked for consent, or a body that is asked to help. */
    public Optional<String> toOther(String token, SecureLink link, Visitor visitor) {
        if (!stillTheirs(link) || !links.spend(token)) {
            return Optional.empty();
        }
        OtherSessions.remember(drafts, visitor, link);
        return Optional.of(sessions.begin(link, false));
    }

    /**
     * The same for somebody who asked to come in. Whoever asked from this very browser has shown by the link that the address is theirs;
     * in another one the link alone is not enough.
     */
    public Optional<String> toApplying(String token, SecureLink link, Visitor visitor) {
        boolean asked = drafts.load(visitor, ASKED)
                .filter(t -> directory.person(link.personId())
                        .filter(person -> t.text("_email").equalsIgnoreCase(person.email()))
                        .isPresent())
                .isPresent();
        return toOther(token, link, visitor).flatMap(session -> asked ? sessions.prove(session, "browser") : Optional.of(session));
    }

    /** Remembers that this browser asked for a link to the address. */
    public void asked(String email, Visitor visitor) {
        drafts.remember(visitor, ASKED, Typed.empty().with("_email", email), ASKING);
    }

    /** Whether the link may open anything, besides being live. One that may not is ended, and its row says why. */
    public boolean stillTheirs(SecureLink link) {
        return switch (link.purpose()) {
            case MY_PLAN -> plans.openOrEnd(link.subject(), link.personId());
            case MY_REPORT -> !step.shut(link.subject()) && reportersStill(link.subject());
            case REPORT_INVITATION -> invitedStill(link.subject());
            case CONSENT -> link.personId() != null && consents.open(link.subject(), link.personId());
            case INVOLVEMENT -> bodies.open(link.subject());
            case APPLYING -> applicants.open(link.subject()).isPresent();
            case DECISION -> link.personId() != null && decisions.open(link.subject(), link.personId());
            case APPLICATION -> link.personId() != null && own.theirsOrEnd(link.subject(), link.personId());
        };
    }

    private boolean reportersStill(UUID caseId) {
        boolean still = families.stillTheirs(caseId);
        if (!still) {
            links.end(LinkPurpose.MY_REPORT, caseId, null, "no-guardian");
        }
        return still;
    }

    private boolean invitedStill(UUID invitation) {
        boolean still = invitations.find(invitation).filter(invitations::stillGuardian).isPresent();
        if (!still) {
            links.end(LinkPurpose.REPORT_INVITATION, invitation, null, "no-guardian");
        }
        return still;
    }

    /** Whether the link was spent by this very call; then the form that the school sent is this visitor's draft. */
    public boolean toForm(String token, SecureLink link, Visitor visitor) {
        if (!stillTheirs(link) || !links.spend(token)) {
            return false;
        }
        Invitations.Invitation invitation = invitations.find(link.subject()).orElseThrow();
        Person guardian = directory.person(invitation.guardianId()).orElseThrow();
        drafts.change(visitor, ReportDoor.invited(invitation.id()).purpose(), draft -> {
            Typed typed = fill(draft, "school", String.valueOf(invitation.schoolId()));
            var pupil = directory.pupil(invitation.pupilId());
            typed = fill(typed, "childName", pupil.map(p -> p.person().name()).orElse(null));
            typed = fill(typed, "childGrade", pupil.map(p -> String.valueOf(p.grade())).orElse(null));
            typed = fill(typed, "reporterName", guardian.name());
            typed = fill(typed, "phone", guardian.phone());
            return fill(typed, "email", guardian.email());
        });
        return true;
    }

    /** Sends a new link to the address on file. Never says whether there was anything to send. */
    public void sendAgain(LinkPurpose purpose, UUID subject, Long person) {
        if (!pacing.maySendLink(purpose + " " + subject + " " + person)) {
            return;
        }
        switch (purpose) {
            case MY_REPORT -> {
                if (families.stillTheirs(subject) && !step.shut(subject)) {
                    families.sendLinkAgain(subject);
                }
            }
            case REPORT_INVITATION -> {
                if (invitedStill(subject)) {
                    invitations.sendAgain(subject);
                }
            }
            case MY_PLAN -> plans.sendAgain(subject, person);
            case CONSENT -> consents.sendAgain(subject, person);
            case INVOLVEMENT -> bodies.sendAgain(subject);
            case APPLYING -> applicants.askAgain(subject);
            case DECISION -> decisions.sendAgain(subject, person);
            case APPLICATION -> own.sendAgain(subject, person);
        }
    }

    private static Typed fill(Typed draft, String field, String text) {
        return text == null || !draft.text(field).isEmpty() ? draft : draft.with(field, text);
    }
}
