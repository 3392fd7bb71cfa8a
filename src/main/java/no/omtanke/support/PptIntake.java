package no.omtanke.support;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.NewCase;
import no.omtanke.casefile.Party;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a family's own way to PPT. Public because the model calls it by name. */
@Component("pptIntake")
@CallableFromModel
@Transactional
public class PptIntake {

    private static final String ASSESSMENT = "expert-assessment";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final SupportLetters letters;

    PptIntake(CaseFiles cases, CaseProcesses processes, SupportLetters letters) {
        this.cases = cases;
        this.processes = processes;
        this.letters = letters;
    }

    /**
     * The family said that the school gets the assessment: it becomes a case of the school, which decides. Nothing else of what the family
     * wrote to PPT goes with it.
     */
    public void passOn(String caseId, Boolean recommended) {
        CaseFile intake = cases.file(UUID.fromString(caseId)).orElseThrow();
        Party child = cases.parties(intake.id()).stream().filter(p -> p.role().equals("affected")).findFirst().orElseThrow();
        Entry assessment = cases.entries(intake.id(), ASSESSMENT).stream().reduce((first, second) -> second).orElseThrow();
        UUID source = UUID.nameUUIDFromBytes(("assessed " + caseId).getBytes(StandardCharsets.UTF_8));
        CaseFiles.Opened opened = cases.open(new NewCase(
                SupportNeeds.KIND, "T", intake.schoolId(), "body", null, intake.language(), "none", false, false, "none", source));
        if (!opened.fresh()) {
            return;
        }
        UUID id = opened.file().id();
        UUID pupil = cases.addParty(id, "affected", child.personId());
        cases.reportIsAbout(id, pupil);
        cases.addEntry(id, ASSESSMENT, assessment.authorId(), "body", pupil, null, assessment.json());
        letters.assessment(id.toString());
        cases.event(id, "assessment-passed-on", null, Map.of());
        processes.start(
                SupportNeeds.KIND,
                id,
                intake.schoolId(),
                Facts.none()
                        .with(Fact.PUPIL, pupil.toString())
                        .with(Fact.ACCUSED, "none")
                        .with(Fact.SERIOUS, false)
                        .with(Fact.ASSESSED, true)
                        .with(Fact.RECOMMENDED, recommended));
    }
}
