package no.omtanke.worklist;

import java.util.List;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.stereotype.Component;

/** The schools that somebody works at; the owner's people work for all of them. */
@Component
class Workplaces {

    private static final Set<String> ROLES = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    private final Directory directory;

    Workplaces(Directory directory) {
        this.directory = directory;
    }

    /** Schools whose staff the reader is one of. */
    List<School> of(Reader reader) {
        return directory.schools().stream()
                .filter(school -> ROLES.stream().anyMatch(role -> reader.in(role + ":" + school.id())))
                .toList();
    }

    List<School> orAllOfTheOwners(Reader reader) {
        return reader.in("school-owner") ? directory.schools() : of(reader);
    }

    /** The school that was asked for, or the only one; null when one must be chosen. */
    static School chosen(List<School> schools, String asked) {
        if (schools.isEmpty()) {
            throw TaskDoor.notFound();
        }
        return schools.size() == 1
                ? schools.get(0)
                : schools.stream()
                        .filter(s -> String.valueOf(s.id()).equals(asked))
                        .findFirst()
                        .orElse(null);
    }
}
