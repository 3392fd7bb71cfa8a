package no.omtanke.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Lane;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is not impartial steps back from a case: their tasks move on and they see nothing of it from then on [fvl kap. II]. Public
 * because the task page and the case page have the button.
 */
@Service
@Transactional
public class Recusals {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final WayOut wayOut;

    Recusals(CaseGate gate, CaseFiles cases, StepBacks stepBacks, WayOut wayOut) {
        this.gate = gate;
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.wayOut = wayOut;
    }

    /** The reader steps back. @return false when they have no part in the case */
    public boolean stepBack(Reader reader, UUID caseId, Part part, Answers why) {
        // A duty to report is the employee's own: nobody steps back from it, and nobody outside could take it over.
        boolean ownDuty = cases.file(caseId).filter(f -> Lane.CHILD_PROTECTION.equals(f.lane())).isPresent();
        if (ownDuty || !gate.allows(reader, caseId, part) || !stepBacks.begin(caseId, reader.personId())) {
            return false;
        }
        cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
        cases.event(caseId, "stepped-back", reader.personId(), Map.of());
        wayOut.of(caseId, reader.personId(), null);
        return true;
    }

    /** Somebody who leads the case lets a person in again. @return false when the reader may not, or the person is not out */
    public boolean letIn(Reader reader, UUID caseId, long person, Answers why) {
        if (!gate.allows(reader, caseId, Part.CONTENT) || !mayLetIn(reader, caseId) || !stepBacks.end(caseId, person)) {
            return false;
        }
        cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
        cases.event(caseId, "let-in-again", reader.personId(), Map.of("to", String.valueOf(person)));
        return true;
    }

    /** Who stepped back from one case is out of another that is about the same. The caller has seen to it that the reader may join them. */
    public void alsoOut(UUID caseId, List<Long> persons) {
        persons.stream().filter(person -> stepBacks.begin(caseId, person)).forEach(person -> wayOut.of(caseId, person, null));
    }

    /** Whether the reader leads the case; the caller has passed the gate. */
    @Transactional(readOnly = true)
    public boolean mayLetIn(Reader reader, UUID caseId) {
        CaseFile file = cases.file(caseId).orElseThrow();
        boolean leads = reader.in("leadership:" + file.schoolId()) && !file.accused().equals("leader");
        return leads || reader.in(Assignments.OWNER);
    }
}
