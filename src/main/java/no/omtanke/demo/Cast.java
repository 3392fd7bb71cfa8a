package no.omtanke.demo;

import java.util.List;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.Role;
import no.omtanke.organization.School;
import no.omtanke.organization.StaffEntry;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom the demo's cases are about, found by what they do, never by an id. */
@Component
@Profile("demo")
class Cast {

    private final Directory directory;

    Cast(Directory directory) {
        this.directory = directory;
    }

    School school(SolvikSchool school) {
        return directory.schoolBySlug(school.slug).orElseThrow(() -> missing(school.slug));
    }

    Person principal(SolvikSchool school) {
        return directory.principal(id(school)).orElseThrow(() -> missing("principal"));
    }

    Person deputy(SolvikSchool school) {
        return first(directory.deputies(id(school)), "deputy");
    }

    Person socialTeacher(SolvikSchool school) {
        return first(directory.holders(Role.SOCIAL_TEACHER, id(school)), "social teacher");
    }

    Person contactTeacher(SolvikSchool school, String className) {
        return directory
                .contactTeacher(pupils(school, className).get(0).person().id())
                .orElseThrow(() -> missing("contact teacher"));
    }

    /** Staff without a title of their own, by their work: larer, sfo or miljoarbeider. */
    Person staff(SolvikSchool school, String work) {
        return withUsername(
                directory.staff(id(school)).stream().map(StaffEntry::person).toList(), work + "." + school.slug);
    }

    /** For the whole municipality, by their work: kommunalsjef, radgiver.oppvekst, revisor … */
    Person official(Role role, String work) {
        return withUsername(directory.holders(role, null), work);
    }

    /** By name, so the same pupil every time. */
    List<PupilEntry> pupils(SolvikSchool school, String className) {
        return directory.pupils(id(school)).stream()
                .filter(pupil -> pupil.className().equals(className))
                .toList();
    }

    static String username(Person person) {
        return person.email().replace(InventedAddresses.DOMAIN, "");
    }

    private int id(SolvikSchool school) {
        return school(school).id();
    }

    private static Person withUsername(List<Person> people, String username) {
        return people.stream()
                .filter(person -> username(person).equals(username))
                .findFirst()
                .orElseThrow(() -> missing(username));
    }

    private static Person first(List<Person> people, String what) {
        return people.stream().findFirst().orElseThrow(() -> missing(what));
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException("The demo's directory has no " + what);
    }
}
