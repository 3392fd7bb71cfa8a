package no.omtanke.process;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails with a link to what a family applied for, each from an asynchronous step. Public because the subjects' mails and the model that
 * sends a link anew call it. Every recipient has a link of their own; a new one ends that person's former.
 */
@Component("familyCaseLinks")
@CallableFromModel
@Transactional
public class FamilyCaseLinks {

    private static final Duration VALID = Duration.ofDays(30);

    private final FamilyCases families;
    private final Directory directory;
    private final SecureLinks links;
    private final Mailer mailer;

    FamilyCaseLinks(FamilyCases families, Directory directory, SecureLinks links, Mailer mailer) {
        this.families = families;
        this.directory = directory;
        this.links = links;
        this.mailer = mailer;
    }

    /** A new link to somebody who asked for one. @param guardian the person's id, a guardian's or the pupil's own */
    public void again(String caseId, String guardian) {
        mail(UUID.fromString(caseId), Long.parseLong(guardian), "application-link");
    }

    /** Nothing leaves when the person is not of the family any more, or has no address. @param template the kind of mail */
    void mail(UUID caseId, long person, String template) {
        families.address(caseId, person).ifPresent(address -> {
            Person to = directory.person(person).orElseThrow();
            links.replace(LinkPurpose.APPLICATION, caseId, person);
            int number = links.issued(LinkPurpose.APPLICATION, caseId);
            mailer.send(
                    template + "-" + caseId + "-" + person + "-" + number,
                    address,
                    Locale.forLanguageTag(to.language()),
                    template,
                    links.issue(LinkPurpose.APPLICATION, caseId, caseId, person, VALID));
        });
    }

    /** The same to several. */
    public void mail(UUID caseId, Iterable<Long> people, String template) {
        people.forEach(person -> mail(caseId, person, template));
    }
}
