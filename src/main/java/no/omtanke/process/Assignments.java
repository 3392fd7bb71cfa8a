package no.omtanke.process;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
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

    Assignments(CaseFiles cases, Directory directory, TransactionMemory memory) {
        this.cases = cases;
        this.directory = directory;
        this.memory = memory;
    }

    /** Who reads the report first: as {@link #leadership}. */
    public String reader(String caseId) {
        return leadership(caseId);
    }

    /** The school's leadership; the owner when a leader is accused [law § 12-5] or the school has no leader now. */
    public String leadership(String caseId) {
        CaseFile file = file(caseId);
        return file.accused().equals("leader") || !hasLeader(file.schoolId())
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

    /** The principal, unless a leader is accused or the principal is the one accused; null leaves the task to the group. */
    public String principal(String caseId) {
        CaseFile file = file(caseId);
        return file.accused().equals("leader")
                ? null
                : id(head(file.schoolId()).filter(p -> notAccused(caseId, p.id())));
    }

    /** The person who was made responsible, else the principal. */
    public String responsible(String caseId) {
        return holder(caseId, "responsible").orElseGet(() -> principal(caseId));
    }

    /** The named investigator, never the accused; else the responsible person. */
    public String investigator(String caseId) {
        return holder(caseId, "investigator").orElseGet(() -> responsible(caseId));
    }

    /** The pupil's contact teacher, never the accused; else the responsible person. */
    public String contactTeacher(String caseId, String pupil) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(p -> p.id().toString().equals(pupil) && p.personId() != null)
                .findFirst()
                .flatMap(p -> directory.contactTeacher(p.personId()))
                .filter(teacher -> notAccused(caseId, teacher.id()))
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

    private Optional<Person> head(int schoolId) {
        return memory.recall("principal", schoolId, () -> directory.principal(schoolId));
    }

    private Optional<String> holder(String caseId, String role) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .filter(p -> p.role().equals(role) && p.personId() != null)
                .map(Party::personId)
                .filter(person -> notAccused(caseId, person))
                .map(String::valueOf)
                .findFirst();
    }

    private boolean notAccused(String caseId, long person) {
        return cases.parties(UUID.fromString(caseId)).stream()
                .noneMatch(p -> p.role().equals("accused") && Long.valueOf(person).equals(p.personId()));
    }

    private static String id(Optional<Person> person) {
        return person.map(p -> String.valueOf(p.id())).orElse(null);
    }

    private CaseFile file(String caseId) {
        return cases.file(UUID.fromString(caseId)).orElseThrow();
    }
}
