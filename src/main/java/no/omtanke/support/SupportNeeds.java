package no.omtanke.support;

import java.util.List;
import java.util.UUID;
import no.omtanke.access.Lane;
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

/**
 * Takes a need for adaptation: a case of its own, and its process. What a family writes straight to PPT lies in PPT's lane from its first
 * moment. Public because doors bring it.
 */
@Service
@Transactional
public class SupportNeeds {

    /** The kind of case and the process. */
    public static final String KIND = "support-needs";

    /** The form in which an employee says it. */
    public static final String FORM = "report-support-need";

    static final String INTAKE = "ppt-intake";
    private static final String PREFIX = "T";
    private static final String FAMILY = "family";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;

    SupportNeeds(CaseFiles cases, CaseProcesses processes, Assignments assignments) {
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
    }

    /**
     * What somebody sent. Public as the argument of {@link #take}.
     *
     * @param by who wrote it
     * @param source the draft it was written in: sent twice, it is one case
     */
    public record Incoming(
            int schoolId, Long by, Answers answers, Effects effects, List<FileContent> files, String language, UUID source) {}

    /** An employee says that a pupil needs something. */
    public CaseFile take(
            Reader by, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, String language) {
        return take(new Incoming(schoolId, by.personId(), answers, effects, files, language, source), "staff", "staff");
    }

    /** A family tells the school. @param writer guardian or pupil */
    CaseFile fromFamily(Incoming sent, String writer) {
        return take(sent, writer, FAMILY);
    }

    private CaseFile take(Incoming sent, String writer, String entrance) {
        CaseFiles.Opened opened = cases.open(fresh(sent, KIND, entrance));
        if (opened.fresh()) {
            begin(opened.file(), sent, writer, Facts.none().with(Fact.ASSESSED, false));
        }
        return opened.file();
    }

    /** A family goes straight to PPT: nobody at the school finds anything of it. @param writer guardian or pupil */
    CaseFile toPpt(Incoming sent, String writer) {
        CaseFiles.Opened opened = cases.openInLane(fresh(sent, INTAKE, FAMILY), Lane.PPT, List.of());
        if (opened.fresh()) {
            begin(
                    opened.file(),
                    sent,
                    writer,
                    Facts.none().with(Fact.PASS_ON, Boolean.TRUE.equals(sent.effects().facts().get(Fact.PASS_ON.variable()))));
        }
        return opened.file();
    }

    private NewCase fresh(Incoming sent, String kind, String entrance) {
        boolean led = kind.equals(INTAKE) || assignments.hasLeader(sent.schoolId());
        return new NewCase(
                kind, PREFIX, sent.schoolId(), entrance, null, sent.language(), "none", false, !led, "none", sent.source());
    }

    private void begin(CaseFile file, Incoming sent, String writer, Facts facts) {
        sent.effects().parties().forEach(p -> cases.addParty(file.id(), p.role(), p.personId()));
        UUID pupil = cases.parties(file.id()).stream().filter(p -> p.role().equals("affected")).findFirst().orElseThrow().id();
        cases.reportIsAbout(file.id(), pupil);
        UUID entry = cases.addEntry(file.id(), sent.answers().formId(), sent.by(), writer, pupil, null, sent.answers().toJson());
        sent.files().forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
        processes.start(
                file.kind(),
                file.id(),
                file.schoolId(),
                facts.with(Fact.PUPIL, pupil.toString()).with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
    }
}
