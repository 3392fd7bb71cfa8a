package no.omtanke.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.Role;
import no.omtanke.process.TaskRow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who the words of a demo case mean: «@child», «@principal», «~5» for the fifth working day from then. */
@Component
@Profile("demo")
class SolvikRoles {

    private final Cast cast;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final CaseFiles cases;

    SolvikRoles(Cast cast, Directory directory, WorkingDays workingDays, CaseFiles cases) {
        this.cast = cast;
        this.directory = directory;
        this.workingDays = workingDays;
        this.cases = cases;
    }

    int school(DemoCase told) {
        return cast.school(plan(told)).id();
    }

    /** The form of Norwegian that the school writes. */
    Locale language(DemoCase told) {
        return Locale.forLanguageTag(plan(told).languageForm);
    }

    Reader reader(DemoCase told, String role) {
        return reader(person(told, role).id());
    }

    Reader reader(long person) {
        Set<String> audiences = new HashSet<>();
        audiences.add("person:" + person);
        directory.rolesOf(person).forEach(r -> audiences.add(
                r.schoolId() == null ? r.role().id() : r.role().id() + ":" + r.schoolId()));
        return new Reader(person, directory.person(person).orElseThrow().name(), audiences);
    }

    boolean isAbout(TaskRow task, DemoCase told, String pupil) {
        long person = pupil(told, pupil).person().id();
        return cases.parties(task.caseId()).stream()
                .anyMatch(p -> p.id().equals(task.pupil()) && Long.valueOf(person).equals(p.personId()));
    }

    /** «@child» is an id, «{child}» a given name within a text, «~2» a date, «~2T10:30» a date and time. */
    String value(String said, DemoCase told, LocalDate today) {
        if (said.equals("@school")) {
            return String.valueOf(school(told));
        }
        if (said.startsWith("@")) {
            String name = said.substring(1);
            return told.pupils().containsKey(name)
                    ? String.valueOf(pupil(told, name).person().id())
                    : String.valueOf(person(told, name).id());
        }
        if (said.matches("~-?\\d+(T\\d\\d:\\d\\d)?")) {
            String[] parts = said.substring(1).split("T");
            return workingDays.plus(today, Integer.parseInt(parts[0])) + (parts.length > 1 ? "T" + parts[1] : "");
        }
        String text = said;
        for (String name : told.pupils().keySet()) {
            if (!text.contains("{" + name)) {
                continue;
            }
            Person person = pupil(told, name).person();
            text = text.replace("{" + name + "}", person.givenName())
                    .replace("{" + name + ".name}", person.name())
                    .replace("{" + name + ".grade}", String.valueOf(pupil(told, name).grade()))
                    .replace("{" + name + ".guardian}", firstGuardian(told, name).name());
        }
        return guardian(text, told);
    }

    private String guardian(String text, DemoCase told) {
        if (!text.contains("{guardian") || told.pupils().isEmpty()) {
            return text;
        }
        Person guardian = firstGuardian(told, told.pupils().keySet().iterator().next());
        return text.replace("{guardian.name}", guardian.name())
                .replace("{guardian.email}", guardian.email() == null ? "" : guardian.email())
                .replace("{guardian.phone}", guardian.phone() == null ? "900 00 000" : guardian.phone());
    }

    private Person firstGuardian(DemoCase told, String pupil) {
        return directory.guardiansOf(pupil(told, pupil).person().id()).get(0).person();
    }

    /** Who of the first pupil's family answers by a link; nobody where there is no other guardian. */
    Optional<Person> family(DemoCase told, String member) {
        Person pupil = pupil(told, told.pupils().keySet().iterator().next()).person();
        return member.equals("pupil")
                ? Optional.of(pupil)
                : directory.guardiansOf(pupil.id()).stream()
                        .skip(member.equals("guardian") ? 0 : 1)
                        .map(Guardian::person)
                        .findFirst();
    }

    private PupilEntry pupil(DemoCase told, String name) {
        DemoCase.DemoPupil said = told.pupils().get(name);
        List<PupilEntry> list = cast.pupils(plan(told), said.className());
        return list.get(said.number() - 1);
    }

    private Person person(DemoCase told, String role) {
        SolvikSchool school = plan(told);
        return switch (role) {
            case "principal" -> cast.principal(school);
            case "deputy" -> cast.deputy(school);
            case "social-teacher" -> cast.socialTeacher(school);
            case "contact-teacher" -> cast.contactTeacher(
                    school, told.pupils().values().iterator().next().className());
            case "teacher" -> cast.staff(school, "larer");
            case "owner" -> cast.official(Role.SCHOOL_OWNER, "kommunalsjef");
            case "adviser" -> cast.official(Role.SCHOOL_OWNER, "radgiver.oppvekst");
            default -> throw new IllegalArgumentException("who is " + role);
        };
    }

    private static SolvikSchool plan(DemoCase told) {
        return Arrays.stream(SolvikSchool.values())
                .filter(s -> s.slug.equals(told.school()))
                .findFirst()
                .orElseThrow();
    }
}
