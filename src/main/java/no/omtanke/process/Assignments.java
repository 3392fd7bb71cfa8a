package no.omtanke.process;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.casefile.TransactionMemory;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** Who gets a task: groups and persons as the models ask for them. Public because models call it by name. */
@Component("assignments")
@CallableFromModel
public class Assignments {

    static final String OWNER = "school-owner";

    private final CaseFiles cases;
    private final Directory directory;
    private final TransactionMemory memory;
    private final StepBacks stepBacks;

    Assignments(CaseFiles cases, Directory directory, TransactionMemory memory, StepBacks stepBacks) {
        this.cases = cases;
        this.directory = directory;
        this.memory = memory;
        this.stepBacks = stepBacks;
    }

    /** Who reads the report first: as {@link #leadership}. */
    public String reader(String caseId) {
        return leadership(caseId);
    }

    /** The school's leadership; the owner when a leader is accused [law § 12-5] or no leader of the school may have the case. */
    public String leadership(String caseId) {
        CaseFile file = file(caseId);
        return file.accused().equals("leader")
                        || ownerHas(file.id())
                        || leaders(file.schoolId()).noneMatch(p -> mayHave(caseId, p.id()))
                ? OWNER
                : "leadership:" + file.schoolId();
    }

    /** The school owner. */
    public String owner(String caseId) {
        return OWNER;
    }

    /** Whether anybody leads the school today. */
    public boolean hasLeader(int schoolId) {
        return head(schoolId).isPresent() || !directory.deputies(schoolId).isEmpty();
    }

    /** The principal, or a deputy when the principal may not have the case; null leaves the task to the group, or the owner. */
    public String principal(String caseId) {
        CaseFile file = file(caseId);
        Optional<Person> head = head(file.schoolId());
        return file.accused().equals("leader") || ownerHas(file.id()) || head.isEmpty()
                ? null
                : id(leaders(file.schoolId()).filter(p -> mayHave(caseId, p.id())).findFirst());
    }

    /** The same, when roles ended in this very transaction. */
    boolean hasLeaderNow(int schoolId) {
        memory.forget("principal", schoolId);
        return hasLeader(schoolId);
    }

    /** Whether the person leads the school today. */
    boolean leads(int schoolId, long person) {
        return leaders(schoolId).anyMatch(p -> p.id() == person);
    }

    /** The person who was made responsible, else the principal. */
    public String responsible(String caseId) {
        return holder(caseId, "responsible").orElseGet(() -> principal(caseId));
    }

    /** The named investigator, never somebody who is kept out; else the responsible person. */
    public String investigator(String caseId) {
        return holder(caseId, "investigator").orElseGet(() -> responsible(caseId));
    }

    /** The pupil's contact teacher, never somebody who is kept out; else the responsible person. */
    public String contactTeacher(String caseId, String pupil) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(p -> p.id().toString().equals(pupil) && p.personId() != null)
                .findFirst()
                .flatMap(p -> directory.contactTeacher(p.personId()))
                .filter(teacher -> mayHave(caseId, teacher.id()))
                .map(teacher -> String.valueOf(teacher.id()))
                .orElseGet(() -> responsible(caseId));
    }

    /** A guardian's own part, answered by a link. @param guardian the person's id */
    public String guardian(String guardian) {
        return "guardian:" + guardian;
    }

    /** A pupil's own part, answered by a link or on an adult's screen. @param pupil the party's id; nobody when empty */
    public String pupil(String pupil) {
        return pupil == null || pupil.isEmpty() ? null : "pupil:" + pupil;
    }

    // The owner took the case over from the school's leadership.
    private boolean ownerHas(UUID caseId) {
        return cases.lastEvent(caseId, "owner-took-over").isPresent();
    }

    private Optional<Person> head(int schoolId) {
        return memory.recall("principal", schoolId, () -> directory.principal(schoolId));
    }

    private Optional<String> holder(String caseId, String role) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(p -> p.role().equals(role) && p.personId() != null)
                .map(Party::personId)
                .filter(person -> mayHave(caseId, person))
                .map(String::valueOf)
                .findFirst();
    }

    private Stream<Person> leaders(int schoolId) {
        return Stream.concat(head(schoolId).stream(), directory.deputies(schoolId).stream());
    }

    // Never somebody whom the case is about, nor who stepped back.
    private boolean mayHave(String caseId, long person) {
        return !stepBacks.keptOut(UUID.fromString(caseId)).contains(person);
    }

    private static String id(Optional<Person> person) {
        return person.map(p -> String.valueOf(p.id())).orElse(null);
    }

    private CaseFile file(String caseId) {
        return cases.file(UUID.fromString(caseId)).orElseThrow();
    }
}
