package no.omtanke.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import no.omtanke.organization.Directory;
import no.omtanke.organization.HeldRole;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.springframework.stereotype.Component;

/** Who did it: an employee's name, and what the person is to the school today. */
@Component
class Employees {

    private static final List<Role> TELLING = List.of(
            Role.LEADERSHIP,
            Role.SCHOOL_OWNER,
            Role.SOCIAL_TEACHER,
            Role.CONTACT_TEACHER,
            Role.STAFF,
            Role.AUDITOR,
            Role.ADMINISTRATOR,
            Role.OPERATOR);

    private final Directory directory;
    private final HistoryWords words;

    Employees(Directory directory, HistoryWords words) {
        this.directory = directory;
        this.words = words;
    }

    String name(long person) {
        return directory.person(person).map(Person::name).orElse("");
    }

    /** The most telling role at the school or for the whole municipality; empty for somebody who holds none any more. */
    String role(long person, int schoolId, Locale locale) {
        return directory.rolesOf(person).stream()
                .filter(held -> held.schoolId() == null || held.schoolId() == schoolId)
                .filter(held -> TELLING.contains(held.role()))
                .min(Comparator.comparing((HeldRole held) -> TELLING.indexOf(held.role())))
                .map(held -> words.text("role." + held.role().id() + (held.deputy() ? "-deputy" : ""), locale))
                .orElse("");
    }
}
