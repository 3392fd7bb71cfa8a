package no.omtanke.health;

import java.util.Map;
import java.util.Optional;
import no.omtanke.access.Lane;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The health service's own notes in its lane: nobody else reads them, the one who wrote to it neither. Public because the case page has the button. */
@Service
@Transactional
public class HealthNotes {

    private final CaseGate gate;
    private final CaseFiles cases;

    HealthNotes(CaseGate gate, CaseFiles cases) {
        this.gate = gate;
        this.cases = cases;
    }

    /** The contact, for the health service. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> contact(Reader reader, String reference) {
        return gate.outside(reader, reference, Part.CONTENT).filter(file -> Lane.HEALTH.equals(file.lane()));
    }

    /** The caller has the contact from {@link #contact}. */
    public void add(Reader reader, CaseFile contact, Answers note) {
        cases.addEntry(contact.id(), note.formId(), reader.personId(), "staff", null, null, note.toJson());
        cases.event(contact.id(), "health-note", reader.personId(), Map.of());
    }
}
