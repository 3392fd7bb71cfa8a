package no.omtanke.concern;

import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes and reopens the case file when the model says so. Public because models call it by name. */
@Component("cases")
@CallableFromModel
@Transactional
public class Cases {

    private final CaseFiles cases;
    private final SecureLinks links;

    Cases(CaseFiles cases, SecureLinks links) {
        this.cases = cases;
        this.links = links;
    }

    /** Mails about the plan that nobody opened open nothing from now on; the reporter's newest link tells how it ended. */
    public void close(String caseId) {
        UUID id = UUID.fromString(caseId);
        cases.close(id);
        links.endUnused(id, LinkPurpose.MY_PLAN, "case-closed");
    }

    public void reopen(String caseId) {
        cases.reopen(UUID.fromString(caseId));
    }
}
