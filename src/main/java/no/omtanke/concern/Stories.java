package no.omtanke.concern;

import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskQueries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pupils tell, and what their guardians get to see of it. Public because models and the case's page call it. */
@Component("stories")
@CallableFromModel
@Transactional
public class Stories {

    private static final String DECISION = "decide-visibility";

    private final CaseFiles cases;
    private final CaseGate gate;
    private final CaseProcesses processes;
    private final TaskQueries tasks;

    Stories(CaseFiles cases, CaseGate gate, CaseProcesses processes, TaskQueries tasks) {
        this.cases = cases;
        this.gate = gate;
        this.processes = processes;
        this.tasks = tasks;
    }

    /** The pupil has told something: what hears that begins on its own, and the case does not wait for it. */
    public void told(String caseId, String pupil) {
        CaseFile file = cases.file(UUID.fromString(caseId)).orElseThrow();
        processes.startByMessage(
                "story-told",
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.PUPIL, pupil)
                        .with(Fact.ACCUSED, file.accused())
                        .with(Fact.SERIOUS, file.serious()));
    }

    /**
     * Who may mark what the pupil told may also ask for a new decision about it.
     *
     * @return false when the reader may not, or somebody is to decide already
     */
    public boolean decideAgain(Reader reader, UUID caseId, UUID pupil) {
        boolean may = gate.open(reader, caseId, Part.CONTENT).stream()
                .flatMap(open -> open.entries().stream()
                        .filter(entry -> entry.formId().equals("hear-pupil") && pupil.equals(entry.about()))
                        .filter(open::mayKeepBack))
                .findAny()
                .isPresent();
        boolean asked = tasks.ofCase(caseId).stream()
                .anyMatch(task -> task.open() && task.taskKey().equals(DECISION) && pupil.equals(task.pupil()));
        if (may && !asked) {
            told(caseId.toString(), pupil.toString());
        }
        return may && !asked;
    }

    /** Keeps what was just decided: for all guardians, and for each whom it says otherwise of. */
    public void decide(String caseId, String pupil) {
        UUID id = UUID.fromString(caseId);
        UUID party = UUID.fromString(pupil);
        Entry decision = cases.entries(id, DECISION).stream()
                .filter(entry -> party.equals(entry.about()))
                .reduce((first, second) -> second)
                .orElseThrow();
        Answers said = Answers.fromJson(decision.json());
        String wants = said.text("pupilWants");
        keep(id, party, null, said.text("visibility"), wants, said.text("shownText"), said.text("insteadText"), decision);
        for (Map<String, Object> other : said.items("otherGuardians")) {
            Answers own = new Answers(DECISION, other);
            keep(
                    id, party, Long.valueOf(own.text("otherGuardian")), own.text("otherVisibility"), wants,
                    own.text("otherShownText"), "", decision);
        }
    }

    private void keep(
            UUID caseId, UUID pupil, Long guardian, String outcome, String wants, String part, String instead, Entry decision) {
        String text = outcome.equals("part") ? part : outcome.equals("withheld") && !instead.isEmpty() ? instead : null;
        cases.decideVisibility(caseId, pupil, guardian, outcome, wants, text, decision);
    }
}
