package no.omtanke.concern;

import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The receipt to the reporter, sent by the model's asynchronous step. Public because models call it by name. */
@Component("receipts")
@CallableFromModel
public class Receipts {

    private final CaseFiles cases;
    private final Recipients recipients;
    private final ReporterLink link;

    Receipts(CaseFiles cases, Recipients recipients, ReporterLink link) {
        this.cases = cases;
        this.recipients = recipients;
        this.link = link;
    }

    /** Sends the receipt, or notes that there is no address to send one to. */
    @Transactional
    public void sendFor(String caseId) {
        UUID id = UUID.fromString(caseId);
        boolean sent = recipients
                .reporter(id)
                .map(address -> {
                    link.mail(id, address, "receipt", "receipt");
                    return true;
                })
                .orElse(false);
        cases.event(id, sent ? "receipt-sent" : "receipt-without-address", null, Map.of());
    }
}
