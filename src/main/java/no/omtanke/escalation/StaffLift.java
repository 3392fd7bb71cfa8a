package no.omtanke.escalation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** «Løft saken»: an employee brings the case to somebody higher. Public because the case page has the button. */
@Service
@Transactional
public class StaffLift {

    private static final Map<String, Rung> TO = Map.of("leadership", Rung.LEADERSHIP, "owner", Rung.OWNER);

    private final CaseGate gate;
    private final CaseFiles cases;
    private final Lifting lifting;

    StaffLift(CaseGate gate, CaseFiles cases, Lifting lifting) {
        this.gate = gate;
        this.cases = cases;
        this.lifting = lifting;
    }

    /** @return false when the reader may not, or the case is closed */
    public boolean lift(Reader reader, UUID caseId, Answers why) {
        Optional<CaseFile> file =
                cases.file(caseId).filter(CaseFile::open).filter(StaffLift::hasLadder).filter(f -> gate.allows(reader, caseId, Part.CONTENT));
        file.ifPresent(f -> {
            UUID entry = cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
            lifting.lift(f, "staff", reader.personId(), null, List.of(Map.of("entry", entry.toString())), TO.get(why.text("liftTo")));
        });
        return file.isPresent();
    }

    // A case in a closed lane must not come to the notice of those above it; other kinds of case have owners of their own.
    private static boolean hasLadder(CaseFile file) {
        return file.lane() == null && file.kind().equals("school-environment");
    }
}
