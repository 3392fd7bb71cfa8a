package no.omtanke.escalation;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.WhoCanSignIn;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;

/** Who stands on a rung of the ladder in a case, if anybody can take it there. Public because models call it by name. */
@Component("rungs")
@CallableFromModel
public class Rungs {

    private static final String OWNER = "school-owner";

    private final CaseFiles cases;
    private final Directory directory;
    private final StepBacks stepBacks;
    private final WhoCanSignIn accounts;

    Rungs(CaseFiles cases, Directory directory, StepBacks stepBacks, WhoCanSignIn accounts) {
        this.cases = cases;
        this.directory = directory;
        this.stepBacks = stepBacks;
        this.accounts = accounts;
    }

    /** Whether somebody there can do something: not accused, not stepped back, not gone, and able to sign in. The owner always is. */
    public boolean held(String caseId, String rung) {
        return switch (Rung.of(rung)) {
            case CONTACT_TEACHER, LEADERSHIP -> person(caseId, rung).isPresent();
            case OWNER, STATSFORVALTER -> true;
            case NONE -> false;
        };
    }

    /** The one person who is asked first; nobody for the owner's people, any of whom may take it. */
    public String holder(String caseId, String rung) {
        return person(caseId, rung).map(p -> String.valueOf(p.id())).orElse(null);
    }

    /** Who is told: the contact teacher, the whole leadership, or the owner's people. */
    public String audience(String caseId, String rung) {
        return switch (Rung.of(rung)) {
            case CONTACT_TEACHER -> "person:" + holder(caseId, rung);
            case LEADERSHIP -> "leadership:" + file(caseId).schoolId();
            default -> OWNER;
        };
    }

    /** Where the case stands: with the contact teacher who was made responsible, else with the leadership. */
    Rung standing(UUID caseId) {
        boolean teachers = cases.parties(caseId).stream()
                .filter(p -> p.role().equals("responsible") && p.personId() != null)
                .anyMatch(p -> teachers(caseId).anyMatch(teacher -> teacher.id() == p.personId()));
        return teachers ? Rung.CONTACT_TEACHER : Rung.LEADERSHIP;
    }

    private Optional<Person> person(String caseId, String rung) {
        Stream<Person> all =
                switch (Rung.of(rung)) {
                    case CONTACT_TEACHER -> teachers(UUID.fromString(caseId));
                    case LEADERSHIP -> leaders(file(caseId));
                    default -> Stream.empty();
                };
        var keptOut = stepBacks.keptOut(UUID.fromString(caseId));
        return all.filter(p -> !keptOut.contains(p.id())).filter(p -> accounts.canSignIn(p.id())).findFirst();
    }

    private Stream<Person> teachers(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .map(Party::personId)
                .flatMap(pupil -> directory.contactTeacher(pupil).stream());
    }

    // A deputy when the principal cannot; nobody when a leader is accused [law § 12-5].
    private Stream<Person> leaders(CaseFile file) {
        return file.accused().equals("leader")
                ? Stream.empty()
                : Stream.concat(
                        directory.principal(file.schoolId()).stream(), directory.deputies(file.schoolId()).stream());
    }

    private CaseFile file(String caseId) {
        return cases.file(UUID.fromString(caseId)).orElseThrow();
    }
}
