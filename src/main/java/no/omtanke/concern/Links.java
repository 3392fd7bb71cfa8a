package no.omtanke.concern;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends links outside a case's own course: the form to a guardian, a new link to "my report". Public because models call it. */
@Component("links")
@CallableFromModel
public class Links {

    private static final Duration VALID = Duration.ofDays(14);

    private final Invitations invitations;
    private final Directory directory;
    private final SecureLinks links;
    private final Mailer mailer;
    private final Recipients recipients;
    private final ReporterLink reporterLink;

    Links(
            Invitations invitations,
            Directory directory,
            SecureLinks links,
            Mailer mailer,
            Recipients recipients,
            ReporterLink reporterLink) {
        this.invitations = invitations;
        this.directory = directory;
        this.links = links;
        this.mailer = mailer;
        this.recipients = recipients;
        this.reporterLink = reporterLink;
    }

    /** Sends one link. @param kind report-invitation or my-report; @param subject the invitation or the case */
    @Transactional
    public void send(String kind, String subject) {
        UUID id = UUID.fromString(subject);
        switch (kind) {
            case "report-invitation" -> invitation(id);
            case "my-report" -> recipients
                    .reporter(id)
                    .ifPresent(address -> reporterLink.mail(id, address, "my-report", "my-report"));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private void invitation(UUID id) {
        Invitations.Invitation invitation = invitations.find(id).orElseThrow();
        Person guardian = directory.person(invitation.guardianId()).orElseThrow();
        links.replace(LinkPurpose.REPORT_INVITATION, id);
        int number = links.issued(LinkPurpose.REPORT_INVITATION, id);
        mailer.send(
                "invitation-" + id + "-" + number,
                guardian.email(),
                Locale.forLanguageTag(guardian.language()),
                "invitation",
                links.issue(LinkPurpose.REPORT_INVITATION, id, guardian.id(), VALID));
    }
}
