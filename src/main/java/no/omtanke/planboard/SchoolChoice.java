package no.omtanke.planboard;

import java.util.List;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The schools whose lists a reader may ask for; what stands in them the policy decides. */
@Component
class SchoolChoice {

    private static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    private final Directory directory;

    SchoolChoice(Directory directory) {
        this.directory = directory;
    }

    List<School> workplaces(Reader reader) {
        return directory.schools().stream()
                .filter(school -> AT_WORK.stream().anyMatch(role -> reader.in(role + ":" + school.id())))
                .toList();
    }

    /** The owner's people look at all schools. */
    List<School> overview(Reader reader) {
        return reader.in("school-owner") ? directory.schools() : workplaces(reader);
    }

    /** The one that was asked for by its slug, else the first. A school that is not the reader's is not found. */
    static School chosen(List<School> schools, String asked) {
        return schools.stream()
                .filter(school -> asked == null || school.slug().equals(asked))
                .findFirst()
                .orElseThrow(SchoolChoice::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
