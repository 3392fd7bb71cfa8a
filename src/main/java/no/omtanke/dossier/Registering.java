package no.omtanke.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a request from Statsforvalteren on a case. Public because stories in other rooms begin with one. */
@Service
@Transactional
public class Registering {

    static final String FORM = "supervision-request";

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final RequestStore requests;

    Registering(CaseGate gate, CaseFiles cases, CaseProcesses processes, RequestStore requests) {
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.requests = requests;
    }

    /**
     * The owner sees the case from then on.
     *
     * @param reference the case's, as it was typed
     * @return empty when there is no such case for this reader; the answer does not tell why
     */
    public Optional<CaseFile> register(Reader reader, String reference, Answers letter, List<FileContent> files) {
        Optional<CaseFile> found = gate.outside(reader, reference, Part.SUPERVISION);
        LocalDate letterOn = day(letter, "letterOn");
        LocalDate answerBy = day(letter, "answerBy");
        found.filter(file -> !requests.justRegistered(file.id(), letterOn, answerBy, reader.personId())).ifPresent(file -> {
            cases.escalate(file.id());
            UUID entry = cases.addEntry(file.id(), FORM, reader.personId(), "staff", null, null, letter.toJson());
            files.forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
            UUID request = requests.add(file.id(), entry, letterOn, answerBy, reader.personId());
            cases.event(file.id(), "request-registered", reader.personId(), Map.of("entry", entry.toString()));
            processes.startByMessage(
                    FORM,
                    file.id(),
                    file.schoolId(),
                    Facts.none()
                            .with(Fact.REQUEST, request.toString())
                            .with(Fact.ACCUSED, file.accused())
                            .with(Fact.SERIOUS, file.serious())
                            .with(Fact.REVIEWED, false)
                            .with(Fact.ORDERED, false));
        });
        return found;
    }

    private static LocalDate day(Answers letter, String key) {
        return LocalDate.parse(letter.text(key).substring(0, 10));
    }
}
