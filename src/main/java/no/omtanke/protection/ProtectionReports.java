package no.omtanke.protection;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Lane;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an employee's report to child protection: a case of its own in a closed lane, from its first moment. Public because staff's door
 * brings it.
 *
 * <p>It holds no reference to any other case, and the child's name is sealed like everything else: nothing in clear ties it to a child, a
 * family, or the school's own case about them.
 */
@Service
@Transactional
public class ProtectionReports {

    static final String PROCESS = "child-protection-report";
    static final String FORM = "report-child-protection";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Directory directory;

    ProtectionReports(CaseFiles cases, CaseProcesses processes, Directory directory) {
        this.cases = cases;
        this.processes = processes;
        this.directory = directory;
    }

    /**
     * Takes the report. The same source answers with the case that it became.
     *
     * @param source the draft it was written in: sent twice, it is taken once
     */
    public CaseFile take(Reader reporter, int schoolId, Answers answers, UUID source, Locale language) {
        // The letter is like any other of its kind: a reference that somebody glimpses tells nothing.
        CaseFiles.Opened opened = cases.openInLane(
                new NewCase(
                        PROCESS, "S", schoolId, "staff", null, language.getLanguage(), "none", false, false, "confirmed", source),
                Lane.CHILD_PROTECTION,
                List.of(reporter.personId(), deputy(answers)));
        CaseFile file = opened.file();
        if (opened.fresh()) {
            cases.addEntry(file.id(), FORM, reporter.personId(), "staff", null, null, answers.toJson());
            cases.addNamedParty(file.id(), "affected", child(answers));
            processes.start(
                    PROCESS,
                    file.id(),
                    schoolId,
                    Facts.none().with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
        }
        return file;
    }

    /** Whom the reporter chose to take over. */
    public static long deputy(Answers answers) {
        return Long.parseLong(answers.text("deputy"));
    }

    private String child(Answers answers) {
        String pupil = answers.text("pupil");
        return pupil.isEmpty()
                ? answers.text("childName")
                : directory.person(Long.parseLong(pupil)).map(Person::name).orElse("?");
    }
}
