package no.omtanke.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names somebody for what a person had who stepped back or left. Public because the case page has the button. */
@Service
@Transactional
public class Naming {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final Recusals recusals;

    Naming(CaseGate gate, CaseFiles cases, StepBacks stepBacks, Recusals recusals) {
        this.gate = gate;
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.recusals = recusals;
    }

    /** Roles of the case that somebody had and nobody has now; for whoever may name somebody, and only while the case runs. */
    @Transactional(readOnly = true)
    public List<String> vacant(Reader reader, UUID caseId) {
        CaseFile file = cases.file(caseId).orElseThrow();
        return file.open() && recusals.mayLetIn(reader, caseId)
                ? WayOut.WORKING.stream().filter(role -> nobodyIs(role, caseId)).toList()
                : List.of();
    }

    /** The caller has checked that the person works at the school. @return false when the reader or the person may not */
    public boolean name(Reader reader, UUID caseId, String role, long person) {
        if (!gate.allows(reader, caseId, Part.CONTENT)
                || !vacant(reader, caseId).contains(role)
                || stepBacks.keptOut(caseId).contains(person)) {
            return false;
        }
        cases.addParty(caseId, role, person);
        cases.addParticipant(caseId, person, role);
        cases.event(caseId, role.equals("responsible") ? "responsible-named" : "investigator-named", reader.personId(), Map.of("to", String.valueOf(person)));
        return true;
    }

    private boolean nobodyIs(String role, UUID caseId) {
        return cases.parties(caseId).stream().map(Party::role).noneMatch(role::equals) && cases.everHad(caseId, role);
    }
}
