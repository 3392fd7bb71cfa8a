package no.omtanke.protection;

import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the model of a report to child protection notes. Public because models call it by name. */
@Component("protection")
@CallableFromModel
@Transactional
public class Protection {

    static final String SENT = "protection-report-sent";

    private final CaseFiles cases;

    Protection(CaseFiles cases) {
        this.cases = cases;
    }

    /** The reporter has sent it: the three weeks in which child protection answers begin. */
    public void sent(String caseId) {
        cases.event(UUID.fromString(caseId), SENT, null, Map.of());
    }
}
