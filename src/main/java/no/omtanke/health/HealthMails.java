package no.omtanke.health;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to whoever wrote to the health service; each is an asynchronous step of the model. Public because models call it by name. No mail
 * names the health service: somebody else may read the mailbox.
 */
@Component("healthMails")
@CallableFromModel
@Transactional
public class HealthMails {

    private static final Duration VALID = Duration.ofDays(30);

    private final CaseFiles cases;
    private final SecureLinks links;
    private final Mailer mailer;

    HealthMails(CaseFiles cases, SecureLinks links, Mailer mailer) {
        this.cases = cases;
        this.links = links;
        this.mailer = mailer;
    }

    public void receipt(String caseId) {
        mail(UUID.fromString(caseId), "health-receipt");
        cases.event(UUID.fromString(caseId), "receipt-sent", null, Map.of());
    }

    /** There is an answer to read. */
    public void answered(String caseId) {
        mail(UUID.fromString(caseId), "health-answer");
    }

    private void mail(UUID caseId, String template) {
        CaseFile file = cases.file(caseId).orElseThrow();
        String address = cases.entries(caseId, HealthContacts.FORM).stream()
                .map(entry -> Answers.fromJson(entry.json()).text("email"))
                .findFirst()
                .orElseThrow();
        links.replace(LinkPurpose.MY_REPORT, caseId);
        int number = links.issued(LinkPurpose.MY_REPORT, caseId);
        mailer.send(
                template + "-" + caseId + "-" + number,
                address,
                Locale.forLanguageTag(file.language()),
                template,
                links.issue(LinkPurpose.MY_REPORT, caseId, null, VALID));
    }
}
