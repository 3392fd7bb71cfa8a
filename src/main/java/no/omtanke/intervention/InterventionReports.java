package no.omtanke.intervention;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the record of a physical intervention: a case of its own, and its process. Public because staff's door brings records. */
@Service
@Transactional
public class InterventionReports {

    /** The kind of case, the process and the form. */
    public static final String KIND = "physical-intervention";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;

    InterventionReports(CaseFiles cases, CaseProcesses processes, Assignments assignments) {
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
    }

    /** Takes the record. @param source the draft it was written in: sent twice, it is one case */
    public CaseFile take(
            Reader by, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, String language) {
        boolean serious = Boolean.TRUE.equals(effects.facts().get(Fact.SERIOUS.variable()));
        CaseFiles.Opened opened = cases.open(new NewCase(
                KIND, "F", schoolId, "staff", null, language, "none", serious, !assignments.hasLeader(schoolId), "none", source));
        CaseFile file = opened.file();
        if (!opened.fresh()) {
            return file;
        }
        UUID entry = cases.addEntry(file.id(), answers.formId(), by.personId(), "staff", null, null, answers.toJson());
        files.forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
        effects.parties().forEach(p -> cases.addParty(file.id(), p.role(), p.personId()));
        UUID pupil = cases.parties(file.id()).stream()
                .filter(p -> p.role().equals("affected"))
                .findFirst()
                .orElseThrow()
                .id();
        cases.reportIsAbout(file.id(), pupil);
        // The day stands in the timeline, so that the year's can be counted without opening any record.
        cases.event(file.id(), "intervention-recorded", by.personId(), Map.of("on", answers.text("happenedAt").substring(0, 10)));
        processes.start(
                KIND,
                file.id(),
                schoolId,
                Facts.none()
                        .with(Fact.PUPIL, pupil.toString())
                        .with(Fact.ACCUSED, "none")
                        .with(Fact.SERIOUS, serious));
        return file;
    }
}
