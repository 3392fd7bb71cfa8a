package no.omtanke.protection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.omtanke.access.Lane;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.LaneTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sees a report to child protection, and what its people may do about that. Public because the case page has the buttons. */
@Service
@Transactional
public class LaneDoor {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final LaneTasks tasks;
    private final Directory directory;

    LaneDoor(CaseGate gate, CaseFiles cases, CaseProcesses processes, LaneTasks tasks, Directory directory) {
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.tasks = tasks;
        this.directory = directory;
    }

    /** The report, for those who are named in it. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> report(Reader reader, String reference) {
        return gate.outside(reader, reference, Part.CONTENT).filter(file -> Lane.CHILD_PROTECTION.equals(file.lane()));
    }

    /** The names of those who see it; the caller has passed the gate. */
    @Transactional(readOnly = true)
    public List<String> members(CaseFile file) {
        return cases.laneMembers(file.id()).stream()
                .map(id -> directory.person(id).map(Person::name).orElse("?"))
                .toList();
    }

    /** Lets one more in, with a reason that stays in the report. The caller has the report from {@link #report}. */
    public void letIn(Reader reader, CaseFile file, Answers why) {
        long person = Long.parseLong(why.text("whom"));
        cases.addEntry(file.id(), why.formId(), reader.personId(), "staff", null, null, why.toJson());
        cases.nameInLane(file.id(), Lane.CHILD_PROTECTION, person);
        tasks.addressTo(file.id(), person);
        cases.event(file.id(), "let-into-lane", reader.personId(), Map.of("to", String.valueOf(person)));
    }

    /**
     * The school's leadership is told that an employee has a duty that must be done today, because the employee asks for it; not which,
     * nor about whom, nor who the employee is.
     */
    public void tellLeadership(Reader reader, CaseFile file) {
        cases.event(file.id(), "duty-told", reader.personId(), Map.of());
        processes.start(
                "send-notice",
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.NOTICE_KIND, "duty-open")
                        .with(Fact.AUDIENCE, "leadership:" + file.schoolId())
                        .with(Fact.WATCHED, ""));
    }
}
