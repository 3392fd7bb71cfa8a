package no.omtanke.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a notice of exemption: from a guardian, from a pupil of 15, or from an employee who was handed one. Public because staff's door
 * brings notices that came on paper.
 */
@Service
@Transactional
public class ExemptionNotices implements FamilyForm {

    /** The kind of case, and the process. */
    public static final String KIND = "exemption";

    /** The form of an employee who registers a notice. */
    public static final String REGISTER = "register-exemption";

    static final String GIVEN = "exemption-given";
    static final String BY_PUPIL = "pupil";
    static final String BY_GUARDIAN = "guardian";

    /** From here on the pupil gives the notice, and nobody else [law § 14-6]. */
    static final int PUPIL_ALONE = 15;

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Directory directory;
    private final Clock clock;

    ExemptionNotices(
            CaseFiles cases, CaseProcesses processes, Assignments assignments, Directory directory, Clock clock) {
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "exemption-notice";
    }

    @Override
    public String address() {
        return "fritak";
    }

    @Override
    public int pupilAloneFrom() {
        return PUPIL_ALONE;
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        PupilEntry pupil = directory.pupil(Long.parseLong(sent.answers().text("child"))).orElseThrow();
        String by = pupil.person().id() == sent.sender() ? BY_PUPIL : BY_GUARDIAN;
        CaseFiles.Opened opened = cases.open(new NewCase(
                KIND, "U", pupil.schoolId(), by, null, sent.language(), "none", false, !assignments.hasLeader(pupil.schoolId()), "none",
                sent.source()));
        if (opened.fresh()) {
            cases.addEntry(opened.file().id(), formId(), sent.sender(), "reporter", null, null, sent.answers().toJson());
            begin(opened.file(), pupil, by, sent.sender(), sent.answers());
        }
        return List.of(opened.file());
    }

    /** What came on paper. @param source the draft it was written in: sent twice, it is one case */
    public CaseFile register(Reader by, int schoolId, UUID source, Answers answers, String language) {
        PupilEntry pupil = directory.pupil(Long.parseLong(answers.text("pupil"))).orElseThrow();
        CaseFiles.Opened opened = cases.open(new NewCase(
                KIND, "U", schoolId, "staff", null, language, "none", false, !assignments.hasLeader(schoolId), "none", source));
        if (opened.fresh()) {
            cases.addEntry(opened.file().id(), REGISTER, by.personId(), "staff", null, null, answers.toJson());
            begin(opened.file(), pupil, answers.text("gaveNotice"), by.personId(), answers);
        }
        return opened.file();
    }

    private void begin(CaseFile file, PupilEntry pupil, String by, long writer, Answers answers) {
        UUID party = cases.addParty(file.id(), "affected", pupil.person().id());
        cases.reportIsAbout(file.id(), party);
        Map<String, String> given = new HashMap<>(Map.of("by", by, "often", answers.text("howOften"), "first", answers.text("firstDay")));
        if (!answers.text("lastDay").isEmpty()) {
            given.put("last", answers.text("lastDay"));
        }
        cases.event(file.id(), GIVEN, writer, given);
        processes.start(
                KIND,
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.PUPIL, party.toString())
                        .with(Fact.ACCUSED, "none")
                        .with(Fact.SERIOUS, false)
                        .with(Fact.CONFIRMED_BY, confirmedBy(pupil, by)));
    }

    /** A guardian's notice for a pupil of 15 is the pupil's to confirm, a younger pupil's the guardians'. */
    private String confirmedBy(PupilEntry pupil, String by) {
        boolean alone = pupil.person().hasTurned(PUPIL_ALONE, LocalDate.now(clock));
        return alone == by.equals(BY_PUPIL) ? "nobody" : alone ? BY_PUPIL : "guardians";
    }
}
