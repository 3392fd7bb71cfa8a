package no.omtanke.concern;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.form.Answers;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a closed case again from its page. Public because the case page has the button. */
@Service
@Transactional
public class Reopening {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final CaseLinks links;

    Reopening(CaseGate gate, CaseFiles cases, CaseProcesses processes, Assignments assignments, CaseLinks links) {
        this.links = links;
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
    }

    /** @return false when the reader may not, or the case is open already */
    public boolean reopen(Reader reader, UUID caseId, Answers why) {
        Optional<CaseFile> file = cases.file(caseId)
                .filter(f -> !f.open() && f.kind().equals(Reports.PROCESS) && f.lane() == null && links.goesOnIn(caseId).isEmpty())
                .filter(f -> gate.allows(reader, caseId, Part.CONTENT));
        file.ifPresent(f -> {
            cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
            cases.event(caseId, "reopening", reader.personId(), Map.of());
            processes.startByMessage("case-reopened", caseId, f.schoolId(), facts(f, assignments));
        });
        return file.isPresent();
    }

    static Facts facts(CaseFile file, Assignments assignments) {
        return Facts.none()
                .with(Fact.ACCUSED, file.accused())
                .with(Fact.SERIOUS, file.serious())
                .with(Fact.SCHOOL_HAS_LEADER, assignments.hasLeader(file.schoolId()))
                .with(Fact.PUPIL_UNSAFE, false)
                .with(Fact.UNFOUNDED, false)
                .with(Fact.PROVISIONAL, false)
                .with(Fact.REOPENED, true);
    }
}
