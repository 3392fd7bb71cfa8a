package no.omtanke.concern;

import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes and reopens the case file when the model says so. Public because models call it by name. */
@Component("cases")
@CallableFromModel
@Transactional
public class Cases {

    private final CaseFiles cases;

    Cases(CaseFiles cases) {
        this.cases = cases;
    }

    public void close(String caseId) {
        cases.close(UUID.fromString(caseId));
    }

    public void reopen(String caseId) {
        cases.reopen(UUID.fromString(caseId));
    }
}
