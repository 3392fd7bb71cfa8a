package no.omtanke.health;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.NewCase;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the school the words that were agreed: in a case of the school's own, which holds these words, the pupil, and nothing that leads
 * back. Public because the model calls it by name, in a step of its own.
 */
@Component("healthPassing")
@CallableFromModel
@Transactional
public class HealthPassing {

    private static final String PROCESS = "school-message";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Proposed proposals;
    private final Consent consent;

    HealthPassing(CaseFiles cases, CaseProcesses processes, Proposed proposals, Consent consent) {
        this.proposals = proposals;
        this.consent = consent;
        this.cases = cases;
        this.processes = processes;
    }

    /** Whether somebody besides who wrote must agree to the words, too. */
    public boolean othersMustAgree(String caseId) {
        UUID id = UUID.fromString(caseId);
        return proposals.latestConsent(id).filter(said -> consent.takesOthers(proposals.pupil(id), said)).isPresent();
    }

    /** Passes on what the latest consent was given to. A step that is run again finds it done. */
    public void passOn(String caseId) {
        UUID id = UUID.fromString(caseId);
        CaseFile contact = cases.file(id).orElseThrow();
        Optional<Entry> agreed = agreed(id);
        if (agreed.isEmpty()) {
            return;
        }
        Answers answer = Answers.fromJson(agreed.get().json());
        CaseFiles.Opened opened = cases.open(new NewCase(
                PROCESS, "S", contact.schoolId(), "health-service", null, contact.language(), "none", false, false, "confirmed",
                UUID.nameUUIDFromBytes(("school-message " + agreed.get().id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        if (!opened.fresh()) {
            return;
        }
        CaseFile message = opened.file();
        Answers words = new Answers("school-message", Map.of("words", answer.text("messageWords")));
        cases.addEntry(message.id(), words.formId(), null, "system", null, null, words.toJson());
        UUID pupil = answer.text("messagePupil").isEmpty()
                ? cases.addNamedParty(message.id(), "affected", child(id))
                : cases.addParty(message.id(), "affected", Long.parseLong(answer.text("messagePupil")));
        cases.reportIsAbout(message.id(), pupil);
        cases.event(id, "school-message-passed-on", null, Map.of());
        processes.start(
                PROCESS,
                message.id(),
                message.schoolId(),
                Facts.none()
                        .with(Fact.PUPIL, pupil.toString())
                        .with(Fact.ACCUSED, "none")
                        .with(Fact.SERIOUS, false));
    }

    // The newest words are those that somebody said yes to: a proposal is asked about before another is written.
    private Optional<Entry> agreed(UUID caseId) {
        return Proposals.latest(cases.entries(caseId, HealthContacts.ANSWER)).filter(Proposals::proposes);
    }

    private String child(UUID caseId) {
        return cases.parties(caseId).stream().filter(Party::isPupil).map(Party::name).findFirst().orElse("?");
    }
}
