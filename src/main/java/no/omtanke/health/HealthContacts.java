package no.omtanke.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Lane;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.NewCase;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Role;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A family or a pupil writes to the school health service, reads its answers and says what the school may be told. Public because the
 * families' door brings it. The case lies in the health service's closed lane from its first moment.
 */
@Service
@Transactional
public class HealthContacts {

    static final String PROCESS = "health-contact";
    static final String ENTRANCE = "health";
    static final String FORM = "report-health-contact";
    static final String ANSWER = "answer-health-contact";
    static final String CONSENT = "school-message-consent";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final CaseGate gate;
    private final Directory directory;
    private final Consent consent;
    private final Proposed proposed;

    HealthContacts(
            CaseFiles cases,
            CaseProcesses processes,
            CaseGate gate,
            Directory directory,
            Consent consent,
            Proposed proposed) {
        this.proposed = proposed;
        this.cases = cases;
        this.processes = processes;
        this.gate = gate;
        this.directory = directory;
        this.consent = consent;
    }

    /**
     * What the one who wrote sees of it. Public because the portal shows it.
     *
     * @param proposed what the health service would like to tell the school and nobody has said yes or no to, or null
     */
    public record MyContact(CaseFile file, List<Entry> written, List<Entry> answers, Entry proposed) {}

    /** Whether anybody of the health service works at the school, so that somebody will read it. */
    @Transactional(readOnly = true)
    public boolean isThere(int schoolId) {
        return !directory.holders(Role.HEALTH_SERVICE, schoolId).isEmpty();
    }

    /** Takes what somebody wrote. The same source answers with the case that it became. */
    public CaseFile take(int schoolId, Answers answers, List<FileContent> files, String language, UUID source) {
        CaseFiles.Opened opened = cases.openInLane(
                new NewCase(PROCESS, "S", schoolId, ENTRANCE, null, language, "none", false, false, "unconfirmed", source),
                Lane.HEALTH,
                List.of());
        CaseFile file = opened.file();
        if (opened.fresh()) {
            write(file.id(), answers, files);
            cases.addNamedParty(file.id(), "affected", answers.text("childName"));
            processes.start(
                    PROCESS, file.id(), schoolId, Facts.none().with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
        }
        return file;
    }

    /** Whether the case is a contact with the health service: it has another page than a report to the school. */
    @Transactional(readOnly = true)
    public boolean isContact(UUID caseId) {
        return cases.file(caseId).map(CaseFile::kind).filter(PROCESS::equals).isPresent();
    }

    /** The writer's own page, through the gate. */
    public Optional<MyContact> read(UUID caseId) {
        return gate.open(new Reader(0, "", Set.of("link:" + caseId)), caseId, Part.OWN_REPORT)
                .filter(open -> open.file().kind().equals(PROCESS))
                .map(HealthContacts::view);
    }

    /** Adds what they wrote. A contact that was closed begins anew: it was over, and somebody must read this. */
    public void add(UUID caseId, Answers answers, List<FileContent> files) {
        CaseFile file = cases.file(caseId).orElseThrow();
        write(caseId, answers, files);
        cases.event(caseId, "new-information", null, Map.of());
        if (!file.open()) {
            cases.reopen(caseId);
            processes.start(
                    PROCESS, caseId, file.schoolId(), Facts.none().with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
        } else {
            // Nothing listens while the health service has the task: it reads this with the rest.
            processes.tell("health-wrote", caseId);
        }
    }

    /** Keeps a yes or a no to the proposed words; only a yes of somebody who may say it lets them out. */
    public void answerProposal(UUID caseId, Answers answers) {
        if (proposal(caseId).isEmpty()) {
            return;
        }
        write(caseId, answers, List.of());
        boolean given = consent.isGivenBy(proposed.pupil(caseId), answers);
        cases.event(caseId, given ? "school-message-agreed" : "school-message-refused", null, Map.of());
        processes.tell(given ? "health-consent" : "health-refusal", caseId);
    }

    private Optional<Entry> proposal(UUID caseId) {
        return Proposals.open(cases.entries(caseId, ANSWER), cases.entries(caseId, CONSENT));
    }

    private void write(UUID caseId, Answers answers, List<FileContent> files) {
        UUID entry = cases.addEntry(caseId, answers.formId(), null, "reporter", null, null, answers.toJson());
        files.forEach(f -> cases.addDocument(caseId, entry, f.name(), f.mediaType(), f.bytes()));
    }

    private static MyContact view(OpenCase open) {
        List<Entry> answers = of(open, ANSWER);
        return new MyContact(
                open.file(),
                open.entries().stream().filter(e -> e.authorKind().equals("reporter")).toList(),
                answers,
                Proposals.open(answers, of(open, CONSENT)).orElse(null));
    }

    private static List<Entry> of(OpenCase open, String form) {
        return open.entries().stream().filter(e -> e.formId().equals(form)).toList();
    }
}
