package no.omtanke.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.StaffEntry;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** Whom a task may be given to: the school's staff, or the owner's people for what the owner must do. */
@Component
class Colleagues {

    private static final String OWNER = "school-owner";

    private final Directory directory;
    private final TaskQueries tasks;

    Colleagues(Directory directory, TaskQueries tasks) {
        this.directory = directory;
        this.tasks = tasks;
    }

    List<Person> of(OpenTask task) {
        TaskRow row = task.row();
        List<String> audiences = tasks.audiences(row.taskId());
        List<Long> accused = task.open().parties().stream()
                .filter(p -> p.role().equals("accused"))
                .map(Party::personId)
                .filter(Objects::nonNull)
                .toList();
        boolean schools = audiences.stream().anyMatch(a -> a.startsWith("leadership:")) || !audiences.contains(OWNER);
        Stream<Person> school = schools
                ? directory.staff(row.schoolId()).stream().map(StaffEntry::person)
                : Stream.empty();
        Stream<Person> owner =
                audiences.contains(OWNER) ? directory.holders(Role.SCHOOL_OWNER, null).stream() : Stream.empty();
        return Stream.concat(school, owner)
                .filter(p -> !accused.contains(p.id()) && !Long.valueOf(p.id()).equals(row.assignee()))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
