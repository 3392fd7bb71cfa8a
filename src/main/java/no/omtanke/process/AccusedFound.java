package no.omtanke.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who is employed turns out to be accused after the report was read. From that moment they have no part in the case, and nobody
 * investigates or concludes before the owner knows [law § 12-5]. Public because the case page has the button and the model calls it by name.
 */
@Component("accusedFound")
@CallableFromModel
@Transactional
public class AccusedFound {

    private static final String KIND = "school-environment";
    private static final String ACCUSED = "accused";
    private static final String INVESTIGATE = "investigate";

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final TaskRows rows;
    private final TaskService tasks;
    private final Assignments assignments;
    private final TheAccused theAccused;
    private final LeaderAccused leaderAccused;

    AccusedFound(
            CaseGate gate,
            CaseFiles cases,
            CaseProcesses processes,
            TaskRows rows,
            TaskService tasks,
            Assignments assignments,
            TheAccused theAccused,
            LeaderAccused leaderAccused) {
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.rows = rows;
        this.tasks = tasks;
        this.assignments = assignments;
        this.theAccused = theAccused;
        this.leaderAccused = leaderAccused;
    }

    /** The case for whoever sees all of it and may say so. */
    @Transactional(readOnly = true)
    public Optional<OpenCase> open(Reader reader, String reference) {
        return gate.open(reader, reference, Part.CONTENT)
                .filter(OpenCase::whole)
                .filter(open -> !open.reason().equals("auditor-opened"));
    }

    /** Why it cannot be said here, as a word of the page's texts: the case is none of a school environment's, closed, or not read yet. */
    @Transactional(readOnly = true)
    public Optional<String> hindrance(CaseFile file) {
        if (!file.kind().equals(KIND) || file.lane() != null) {
            return Optional.of("kind");
        }
        if (!file.open()) {
            return Optional.of("closed");
        }
        boolean unread = rows.ofCase(file.id()).stream().anyMatch(row -> row.open() && row.taskKey().equals("read-report"));
        return unread ? Optional.of("unread") : Optional.empty();
    }

    /** Whether the person is known to be accused in it. */
    @Transactional(readOnly = true)
    public boolean known(UUID caseId, long person) {
        return cases.parties(caseId).stream().anyMatch(p -> p.role().equals(ACCUSED) && Long.valueOf(person).equals(p.personId()));
    }

    /** The person is accused from now on. The caller has the case from {@link #open}. @return false when something stands against it */
    public boolean found(Reader reader, CaseFile file, long person, Answers said) {
        if (hindrance(file).isPresent() || person == reader.personId() || known(file.id(), person)) {
            return false;
        }
        UUID id = file.id();
        boolean leader = assignments.leads(file.schoolId(), person);
        String accused = leader || file.accused().equals("leader") ? "leader" : "employee";
        UUID entry = cases.addEntry(id, said.formId(), reader.personId(), "staff", null, null, said.toJson());
        cases.addParty(id, ACCUSED, person);
        cases.classify(id, accused, true);
        cases.escalate(id);
        cases.event(id, "accused-found", reader.personId(), Map.of("entry", entry.toString()));
        processes.learn(
                id,
                Facts.none()
                        .with(Fact.ACCUSED, accused)
                        .with(Fact.SERIOUS, true)
                        .with(Fact.TELL_OWNER, true)
                        .with(Fact.UNFOUNDED, false)
                        .with(Fact.WAITS_FOR_OWNER, true)
                        .with(Fact.ACCUSED_UNHEARD, true));
        theAccused.takeTasksFrom(id, person, null);
        if (accused.equals("leader") && !file.accused().equals("leader")) {
            leaderAccused.handOver(id, file.schoolId(), null);
        }
        processes.tell("accused-found", id);
        return true;
    }

    /** The claim is manifestly unfounded: the school goes on as before. */
    public void goOn(String caseId) {
        processes.learn(
                UUID.fromString(caseId), Facts.none().with(Fact.WAITS_FOR_OWNER, false).with(Fact.ACCUSED_UNHEARD, false));
    }

    /** The owner has said who investigates: it is theirs, and goes on. */
    public void handOn(String caseId) {
        UUID id = UUID.fromString(caseId);
        investigations(id).stream()
                .filter(TaskRow::open)
                .forEach(row -> tasks.setAssignee(row.taskId(), assignments.investigator(caseId)));
        Facts facts = Facts.none().with(Fact.WAITS_FOR_OWNER, false);
        if (!investigating(caseId)) {
            // The case comes to hearing the accused by itself.
            facts.with(Fact.ACCUSED_UNHEARD, false);
        }
        processes.learn(id, facts);
    }

    /** Whether the case has come to its investigation, and so past the place where it hears an accused. */
    public boolean investigating(String caseId) {
        return !investigations(UUID.fromString(caseId)).isEmpty();
    }

    /** Whether it was investigated before anybody knew: by whom the owner did not choose. */
    public boolean investigated(String caseId) {
        return investigations(UUID.fromString(caseId)).stream().noneMatch(TaskRow::open);
    }

    /** The accused is heard: the case may be concluded. */
    public void heard(String caseId) {
        processes.learn(UUID.fromString(caseId), Facts.none().with(Fact.ACCUSED_UNHEARD, false));
    }

    private List<TaskRow> investigations(UUID caseId) {
        Instant begun = cases.lastEvent(caseId, "reopened").orElse(Instant.MIN);
        return rows.ofCase(caseId).stream()
                .filter(row -> row.taskKey().equals(INVESTIGATE) && !row.state().equals("cancelled"))
                .filter(row -> row.createdAt().isAfter(begun))
                .toList();
    }
}
