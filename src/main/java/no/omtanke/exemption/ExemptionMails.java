package no.omtanke.exemption;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.Mailer;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails about a notice of exemption, each an asynchronous step: they lead to the family's door. Public because the model calls it. */
@Component("exemptionMails")
@CallableFromModel
@Transactional
public class ExemptionMails {

    private static final String DOOR = "/sok";

    private final ExemptionFamily family;
    private final CaseFiles cases;
    private final Mailer mailer;

    ExemptionMails(ExemptionFamily family, CaseFiles cases, Mailer mailer) {
        this.family = family;
        this.cases = cases;
        this.mailer = mailer;
    }

    /** The school has it. */
    public void receipt(String caseId) {
        send(caseId, "exemption-receipt");
    }

    /** The school has answered. */
    public void answered(String caseId) {
        send(caseId, "exemption-answered");
        cases.event(UUID.fromString(caseId), "exemption-answered", null, Map.of());
    }

    private void send(String caseId, String template) {
        UUID id = UUID.fromString(caseId);
        int moment = cases.moment(id);
        family.told(id).stream()
                .filter(person -> person.email() != null && !person.email().isBlank())
                .forEach(person -> mailer.send(
                        template + "-" + caseId + "-" + person.id() + "-" + moment,
                        person.email(),
                        Locale.forLanguageTag(person.language()),
                        template,
                        mailer.address(DOOR)));
    }
}
