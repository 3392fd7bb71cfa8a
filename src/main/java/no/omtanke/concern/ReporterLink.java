package no.omtanke.concern;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import org.springframework.stereotype.Component;

/** Mails a link to "my report". The newest link is the only one that lives. */
@Component
class ReporterLink {

    private static final Duration VALID = Duration.ofDays(30);

    private final CaseFiles cases;
    private final SecureLinks links;
    private final Mailer mailer;

    ReporterLink(CaseFiles cases, SecureLinks links, Mailer mailer) {
        this.cases = cases;
        this.links = links;
        this.mailer = mailer;
    }

    void mail(UUID caseId, String address, String step, String template) {
        CaseFile file = cases.file(caseId).orElseThrow();
        links.replace(LinkPurpose.MY_REPORT, caseId);
        int number = links.issued(LinkPurpose.MY_REPORT, caseId);
        String url = links.issue(LinkPurpose.MY_REPORT, caseId, null, VALID);
        mailer.send(
                step + "-" + caseId + "-" + number,
                address,
                Locale.forLanguageTag(file.language()),
                template,
                url,
                file.reference(),
                mailer.address("/hjelp/hvem"));
    }
}
