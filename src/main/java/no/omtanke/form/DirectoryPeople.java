package no.omtanke.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.Role;
import no.omtanke.organization.School;
import no.omtanke.organization.StaffEntry;
import org.springframework.stereotype.Component;

/** The directory of the organization, seen from a form. */
@Component
class DirectoryPeople implements People {

    private final Directory directory;

    DirectoryPeople(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Entry> entries(String kind, Integer schoolId) {
        if (kind.equals("school")) {
            return directory.schools().stream()
                    .map(school -> new Entry(String.valueOf(school.id()), school.name(), school.name(), null))
                    .toList();
        }
        if (schoolId == null) {
            return List.of();
        }
        return switch (kind) {
            case "pupil" ->
                UniqueLabels.of(directory.pupils(schoolId).stream()
                        .map(DirectoryPeople::named)
                        .toList());
            case "staff" ->
                UniqueLabels.of(directory.staff(schoolId).stream()
                        .map(StaffEntry::person)
                        .map(DirectoryPeople::named)
                        .toList());
            case "leadership" ->
                UniqueLabels.of(directory.holders(Role.LEADERSHIP, schoolId).stream()
                        .map(DirectoryPeople::named)
                        .toList());
            case "owner" ->
                UniqueLabels.of(directory.holders(Role.SCHOOL_OWNER, null).stream()
                        .map(DirectoryPeople::named)
                        .toList());
            default -> List.of();
        };
    }

    @Override
    public List<Entry> guardians(Long pupil) {
        return pupil == null
                ? List.of()
                : UniqueLabels.of(directory.guardiansOf(pupil).stream()
                        .map(guardian -> named(guardian.person()))
                        .toList());
    }

    @Override
    public List<Entry> children(List<Long> children) {
        return UniqueLabels.of(children.stream()
                .flatMap(id -> directory.pupil(id).stream())
                .map(DirectoryPeople::named)
                .toList());
    }

    private static UniqueLabels.Named named(PupilEntry pupil) {
        Person person = pupil.person();
        return new UniqueLabels.Named(
                person.id(), pupil.label(), person.name(), pupil.className(), birthYear(person.birthDate()));
    }

    private static UniqueLabels.Named named(Person person) {
        return new UniqueLabels.Named(person.id(), person.name(), person.name(), null, birthYear(person.birthDate()));
    }

    private static Integer birthYear(LocalDate birthDate) {
        return birthDate == null ? null : birthDate.getYear();
    }

    @Override
    public Optional<String> label(String kind, String id) {
        if (!id.matches(kind.equals("school") ? "\\d{1,9}" : "\\d{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id);
        return switch (kind) {
            case "school" -> directory.school((int) number).map(School::name);
            case "pupil", "own-child" ->
                directory.pupil(number).map(PupilEntry::label).or(() -> directory
                        .person(number)
                        .map(Person::name));
            default -> directory.person(number).map(Person::name);
        };
    }
}
