package no.omtanke.concern;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;

/** The pupils of a case as models ask for them. Public because models call it by name. */
@Component("parties")
@CallableFromModel
public class Parties {

    private final CaseFiles cases;

    Parties(CaseFiles cases) {
        this.cases = cases;
    }

    /** Every pupil who is to be heard [law § 10-2]: their party ids. */
    public List<String> toHear(String caseId) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(Party::isPupil)
                .map(p -> p.id().toString())
                .toList();
    }

    /** affected, involved or witness. */
    public String roleOf(String caseId, String pupil) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(p -> p.id().toString().equals(pupil))
                .map(Party::role)
                .findFirst()
                .orElse("");
    }
}
