package no.omtanke.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Lane;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.casefile.TransactionMemory;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
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
    private final Bodies bodies;

    Assignments(CaseFiles cases, Directory directory, TransactionMemory memory, StepBacks stepBacks, Bodies bodies) {
        this.bodies = bodies;
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

    /** Whom the owner appointed to investigate, never somebody who is kept out; else nobody, and the owner has it. */
    public String appointed(String caseId) {
        return holder(caseId, "investigator").orElse(null);
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

    /** Whom the tasks of a closed lane are addressed to: the health service of the school, or each who is named. */
    public List<String> lane(String caseId) {
        CaseFile file = file(caseId);
        return Lane.HEALTH.equals(file.lane())
                ? List.of(Lane.HEALTH + ":" + file.schoolId())
                : cases.laneMembers(file.id()).stream().map(person -> "person:" + person).toList();
    }

    /** Who has a lane's tasks first: whoever opened it, the next who is named when they have left; nobody in the health service's. */
    public String laneHolder(String caseId) {
        return Lane.HEALTH.equals(file(caseId).lane())
                ? null
                : atWork(caseId).map(String::valueOf).findFirst().orElse(null);
    }

    /** Whom a missed deadline in a lane is told, never anybody outside of it: the others of the health service, or the deputy; or null. */
    public String laneDeputy(String caseId) {
        return Lane.HEALTH.equals(file(caseId).lane())
                ? lane(caseId).get(0)
                : atWork(caseId).skip(1).findFirst().map(person -> "person:" + person).orElse(null);
    }

    /** How many of those who are named in a report to child protection are still at work. */
    public int inLane(String caseId) {
        return (int) atWork(caseId).count();
    }

    private Stream<Long> atWork(String caseId) {
        return cases.laneMembers(UUID.fromString(caseId)).stream()
                .filter(person -> mayHave(caseId, person))
                .filter(person -> directory.rolesOf(person).stream()
                        .anyMatch(held -> held.role() != Role.GUARDIAN && held.role() != Role.PUPIL));
    }

    /** A guardian's own part, answered by a link. @param guardian the person's id */
    public String guardian(String guardian) {
        return "guardian:" + guardian;
    }

    /** A pupil's own part, answered by a link or on an adult's screen. @param pupil the party's id; nobody when empty */
    public String pupil(String pupil) {
        return pupil == null || pupil.isEmpty() ? null : "pupil:" + pupil;
    }

    /** Somebody's own consent, answered by a link. @param consenter the person's id */
    public String consenter(String consenter) {
        return "consenter:" + consenter;
    }

    /** A body that was asked to help: whoever answers for it by an account, else whoever has its link. @param body its id */
    public String body(String body) {
        return "body:" + body;
    }

    /** Whom a body's missed deadline is told: who leads it, else all who answer for it. @param body its id */
    public String bodyLeader(String body) {
        return bodies.leader(Integer.parseInt(body)).map(leader -> "person:" + leader.id()).orElseGet(() -> body(body));
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
