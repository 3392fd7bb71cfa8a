package no.omtanke.absence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Decision;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.School;
import no.omtanke.organization.TaughtClass;
import org.springframework.stereotype.Component;

/**
 * Who sees absence: the contact teacher of the class and the leadership of the school; nobody else at the school, and not the school owner.
 * Every reading and every refusal is written down.
 */
@Component
class WhoSeesAbsence {

    private static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    private final Directory directory;
    private final AccessLog log;

    WhoSeesAbsence(Directory directory, AccessLog log) {
        this.directory = directory;
        this.log = log;
    }

    boolean leads(Reader reader, int school) {
        return reader.in("leadership:" + school);
    }

    /** The classes that the reader sees, school by school. */
    List<Group> classes(Reader reader) {
        return directory.schools().stream()
                .filter(school -> AT_WORK.stream().anyMatch(role -> reader.in(role + ":" + school.id())))
                .sorted(Comparator.comparing(School::name))
                .flatMap(school -> at(reader, school))
                .toList();
    }

    private Stream<Group> at(Reader reader, School school) {
        List<TaughtClass> classes = leads(reader, school.id())
                ? directory.classes(school.id())
                : directory.classesOf(reader.personId(), school.id());
        return classes.stream().map(c -> new Group(c.id(), c.name(), school.id(), school.name()));
    }

    /** The class, when the reader sees it. */
    Optional<Group> group(Reader reader, long id) {
        Optional<Group> seen = classes(reader).stream().filter(group -> group.id() == id).findFirst();
        log(reader, "class:" + id, seen.isPresent());
        return seen;
    }

    /** The pupil, when the reader sees the pupil's class. */
    Optional<PupilEntry> pupil(Reader reader, long id) {
        Optional<PupilEntry> seen = directory.pupil(id).filter(pupil -> {
            Set<String> names = classes(reader).stream()
                    .filter(group -> group.school() == pupil.schoolId())
                    .map(Group::name)
                    .collect(Collectors.toSet());
            return names.contains(pupil.className());
        });
        log(reader, "pupil:" + id, seen.isPresent());
        return seen;
    }

    private void log(Reader reader, String thing, boolean allowed) {
        log.record(reader, null, Part.ABSENCE, thing, new Decision(allowed, allowed ? "absence" : "no-rule"));
    }
}
