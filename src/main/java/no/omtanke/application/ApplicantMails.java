package no.omtanke.application;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail with the link to the door, an asynchronous step of its model. Public because the model calls it by name. */
@Component("applicantMails")
@CallableFromModel
@Transactional
public class ApplicantMails {

    private static final Duration VALID = Duration.ofHours(24);

    private final Applicants applicants;
    private final SecureLinks links;
    private final Mailer mailer;

    ApplicantMails(Applicants applicants, SecureLinks links, Mailer mailer) {
        this.applicants = applicants;
        this.links = links;
        this.mailer = mailer;
    }

    /** @param subject whose door it is; nothing leaves when they may not come in any more */
    public void send(String subject) {
        UUID door = UUID.fromString(subject);
        applicants.open(door).filter(p -> p.email() != null && !p.email().isBlank()).ifPresent(person -> {
            links.replace(LinkPurpose.APPLYING, door, person.id());
            int number = links.issued(LinkPurpose.APPLYING, door);
            mailer.send(
                    "applying-" + door + "-" + number,
                    person.email(),
                    Locale.forLanguageTag(person.language()),
                    "applying",
                    links.issue(LinkPurpose.APPLYING, door, null, person.id(), VALID));
        });
    }
}
