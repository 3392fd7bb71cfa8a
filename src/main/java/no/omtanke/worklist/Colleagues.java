package no.omtanke.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.StepBacks;
import no.omtanke.access.Reader;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.StaffEntry;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.process.Writers;
import org.springframework.stereotype.Component;

/** Whom a task may be given to: the school's staff, or the owner's people for what the owner must do. */
@Component
class Colleagues {

    private static final String OWNER = "school-owner";

    private final Directory directory;
    private final TaskQueries tasks;
    private final Writers writers;
    private final StepBacks stepBacks;
    private final Bodies bodies;

    Colleagues(Directory directory, TaskQueries tasks, Writers writers, StepBacks stepBacks, Bodies bodies) {
        this.directory = directory;
        this.tasks = tasks;
        this.writers = writers;
        this.stepBacks = stepBacks;
        this.bodies = bodies;
    }

    /** Who was asked to write a shared form with its holder. */
    List<Person> writing(OpenTask task) {
        return writers.of(task.row()).stream()
                .flatMap(id -> directory.person(id).stream())
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Whether the reader only helps the holder: then the task is not theirs to give. */
    boolean onlyInvited(OpenTask task, Reader reader) {
        return !task.mine()
                && task.row().assignee() != null
                && writers.of(task.row()).contains(reader.personId())
                && tasks.audiences(task.row().taskId()).stream()
                        .filter(a -> !a.startsWith("person:"))
                        .noneMatch(reader::in);
    }

    /** Whom the holder may ask: the school's staff, never somebody who is kept out of the case. */
    List<Person> askable(OpenTask task) {
        List<Long> asked = writers.of(task.row());
        return of(task).stream().filter(p -> !asked.contains(p.id())).toList();
    }

    /** The school's staff, without those who are kept out of the case. */
    List<Person> atSchool(CaseFile file) {
        Set<Long> keptOut = stepBacks.keptOut(file.id());
        return directory.staff(file.schoolId()).stream()
                .map(StaffEntry::person)
                .filter(p -> !keptOut.contains(p.id()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    List<Person> of(OpenTask task) {
        TaskRow row = task.row();
        List<String> audiences = tasks.audiences(row.taskId());
        if (WaitsFor.family(audiences) != null) {
            return List.of();
        }
        Set<Long> keptOut = stepBacks.keptOut(row.caseId());
        if (row.forBody()) {
            return audiences.stream()
                    .filter(a -> a.startsWith("body:"))
                    .flatMap(a -> bodies.holders(Integer.parseInt(a.substring("body:".length()))).stream())
                    .filter(p -> !keptOut.contains(p.id()) && !Long.valueOf(p.id()).equals(row.assignee()))
                    .toList();
        }
        if (task.open().file().lane() != null) {
            return inTheLane(row, audiences, keptOut);
        }
        boolean schools = audiences.stream().anyMatch(a -> a.startsWith("leadership:")) || !audiences.contains(OWNER);
        Stream<Person> school = schools
                ? directory.staff(row.schoolId()).stream().map(StaffEntry::person)
                : Stream.empty();
        Stream<Person> owner =
                audiences.contains(OWNER) ? directory.holders(Role.SCHOOL_OWNER, null).stream() : Stream.empty();
        return Stream.concat(school, owner)
                .filter(p -> !keptOut.contains(p.id()) && !Long.valueOf(p.id()).equals(row.assignee()))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    // A task of a closed lane goes to nobody outside of it.
    private List<Person> inTheLane(TaskRow row, List<String> audiences, Set<Long> keptOut) {
        return audiences.stream()
                .map(audience -> audience.split(":"))
                .flatMap(a -> a[0].equals("person")
                        ? directory.person(Long.parseLong(a[1])).stream()
                        : directory.holders(Role.HEALTH_SERVICE, row.schoolId()).stream())
                .filter(p -> !keptOut.contains(p.id()) && !Long.valueOf(p.id()).equals(row.assignee()))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
