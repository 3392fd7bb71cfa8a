package no.omtanke.portal;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Invitations;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.SecureLink;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.FamilyLinks;
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

    private final SecureLinks links;
    private final LinkSessions sessions;
    private final FamilyDoor families;
    private final Invitations invitations;
    private final FamilyLinks plans;
    private final Directory directory;
    private final VisitorDrafts drafts;
    private final Pacing pacing;

    LinkExchange(
            SecureLinks links,
            LinkSessions sessions,
            FamilyDoor families,
            Invitations invitations,
            FamilyLinks plans,
            Directory directory,
            VisitorDrafts drafts,
            Pacing pacing) {
        this.links = links;
        this.sessions = sessions;
        this.families = families;
        this.invitations = invitations;
        this.plans = plans;
        this.directory = directory;
        this.drafts = drafts;
        this.pacing = pacing;
    }

    /** The session's token when the link was spent by this very call. */
    public Optional<String> toMyReport(String token, SecureLink link, Visitor visitor) {
        if (!links.spend(token)) {
            return Optional.empty();
        }
        families.confirmAddress(link.subject());
        Typed known = Typed.empty().with("_case", link.subject().toString());
        drafts.remember(visitor, KNOWN, known, VisitorDrafts.KEEP);
        return Optional.of(sessions.begin(link, LinkSessions.LASTS));
    }

    /** The same for a plan; a link of somebody who is of the family no more stays shut. */
    public Optional<String> toMyPlan(String token, SecureLink link, Visitor visitor) {
        if (!plans.open(link.subject(), link.personId()) || !links.spend(token)) {
            return Optional.empty();
        }
        drafts.remember(visitor, KNOWN_PLAN, new PlanVisit(link.subject(), link.personId()).typed(), VisitorDrafts.KEEP);
        return Optional.of(sessions.begin(link, LinkSessions.LASTS));
    }

    /** Whether the link may open anything, besides being live. */
    @Transactional(readOnly = true)
    public boolean stillTheirs(SecureLink link) {
        return link.purpose() != LinkPurpose.MY_PLAN || plans.open(link.subject(), link.personId());
    }

    /** Whether the link was spent by this very call; then the form that the school sent is this visitor's draft. */
    public boolean toForm(String token, SecureLink link, Visitor visitor) {
        if (!links.spend(token)) {
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
            case MY_REPORT -> families.sendLinkAgain(subject);
            case REPORT_INVITATION -> invitations.sendAgain(subject);
            case MY_PLAN -> plans.sendAgain(subject, person);
        }
    }

    private static Typed fill(Typed draft, String field, String text) {
        return text == null || !draft.text(field).isEmpty() ? draft : draft.with(field, text);
    }
}
