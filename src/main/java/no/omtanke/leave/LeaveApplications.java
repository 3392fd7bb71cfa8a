package no.omtanke.leave;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications for leave: a case, with a decision of its own, for each child. Public because two doors bring them. */
@Service
@Transactional
public class LeaveApplications {

    /** The kind of case and the process. */
    public static final String KIND = "leave-of-absence";

    /** The family's form. */
    public static final String FORM = "apply-leave";

    /** The form of an employee who takes it down from paper or the telephone. */
    public static final String STAFF_FORM = "apply-leave-for";

    private final LeaveStore store;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Directory directory;

    LeaveApplications(
            LeaveStore store, CaseFiles cases, CaseProcesses processes, Assignments assignments, Directory directory) {
        this.store = store;
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
        this.directory = directory;
    }

    /** Who brings it, and how. */
    private record Way(String entrance, String channel, Long author, String authorKind, Long applicant, boolean bothSigned) {}

    /**
     * A family sends its form. @param sender a guardian of every child, or the pupil
     *
     * @param source the draft it was written in: sent twice, it is taken once
     */
    public List<CaseFile> byFamily(long sender, Answers answers, List<FileContent> files, String language, UUID source) {
        List<CaseFile> taken = new ArrayList<>();
        for (String child : answers.list("children")) {
            PupilEntry pupil = directory.pupil(Long.parseLong(child)).orElseThrow();
            boolean self = pupil.person().id() == sender;
            if (!self && directory.guardiansOf(pupil.person().id()).stream().noneMatch(g -> g.person().id() == sender)) {
                throw new IllegalArgumentException("not their child");
            }
            Way way = self
                    ? new Way("pupil", null, sender, "pupil", sender, false)
                    : new Way("application", null, sender, "guardian", sender, false);
            UUID own = UUID.nameUUIDFromBytes((source + " " + child).getBytes(StandardCharsets.UTF_8));
            taken.add(take(pupil, way, only(answers, child), files, language, own, source));
        }
        return taken;
    }

    /** An employee takes it down for a family. */
    public CaseFile byStaff(Reader by, Answers answers, List<FileContent> files, String language, UUID source) {
        PupilEntry pupil = directory.pupil(Long.parseLong(answers.text("pupil"))).orElseThrow();
        Long applicant = directory.guardiansOf(pupil.person().id()).stream()
                .map(Guardian::person)
                .filter(guardian -> guardian.name().equalsIgnoreCase(answers.text("applicantName").strip()))
                .map(guardian -> guardian.id())
                .findFirst()
                .orElse(null);
        Way way = new Way(
                "staff", answers.text("channel"), by.personId(), "staff", applicant, answers.text("bothSigned").equals("yes"));
        return take(pupil, way, answers, files, language, source, source);
    }

    private CaseFile take(
            PupilEntry pupil,
            Way way,
            Answers answers,
            List<FileContent> files,
            String language,
            UUID own,
            UUID together) {
        int school = pupil.schoolId();
        CaseFiles.Opened opened = cases.open(new NewCase(
                KIND, "P", school, way.entrance(), way.channel(), language, "none", false, !assignments.hasLeader(school), "none", own));
        CaseFile file = opened.file();
        if (!opened.fresh()) {
            return file;
        }
        UUID party = cases.addParty(file.id(), "affected", pupil.person().id());
        cases.reportIsAbout(file.id(), party);
        UUID entry = cases.addEntry(
                file.id(), answers.formId(), way.author(), way.authorKind(), party, null, answers.toJson());
        files.forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
        store.insert(file.id(), together, pupil.person().id(), way.applicant(), way.bothSigned(), period(answers), ofRight(answers));
        begin(file, party);
        return file;
    }

    /** Starts what follows. */
    void begin(CaseFile file, UUID party) {
        processes.start(
                KIND,
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.PUPIL, party.toString())
                        .with(Fact.ACCUSED, "none")
                        .with(Fact.SERIOUS, false));
    }

    static Period period(Answers answers) {
        return new Period(LocalDate.parse(answers.text("firstDay")), LocalDate.parse(answers.text("lastDay")));
    }

    // A right when the parents see to the teaching; else it is asked for as any other leave.
    private static boolean ofRight(Answers answers) {
        return answers.text("leaveKind").equals("holy-day") && answers.text("seeToTeaching").equals("yes");
    }

    // What stands in one child's case says nothing of the others.
    private static Answers only(Answers answers, String child) {
        Map<String, Object> values = new LinkedHashMap<>(answers.values());
        values.put("children", List.of(child));
        return new Answers(answers.formId(), values);
    }
}
