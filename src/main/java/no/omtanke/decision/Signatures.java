package no.omtanke.decision;

import java.util.List;
import java.util.Locale;
import no.omtanke.organization.Directory;
import no.omtanke.organization.HeldRole;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.School;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who signs a letter, and as what. */
@Component
class Signatures {

    private static final List<Role> TITLES =
            List.of(Role.LEADERSHIP, Role.SOCIAL_TEACHER, Role.CONTACT_TEACHER, Role.STAFF, Role.SCHOOL_OWNER);

    private final Directory directory;
    private final MessageSource texts;

    Signatures(Directory directory, MessageSource texts) {
        this.directory = directory;
        this.texts = texts;
    }

    /** @param title what they are to the school, in the letter's language */
    record Signature(String name, String title, String place) {

        /** Without the name: this may reach a log. */
        @Override
        public String toString() {
            return "signature";
        }
    }

    Signature of(Long signer, School school, Locale language) {
        Person person = signer == null ? null : directory.person(signer).orElse(null);
        return person == null
                ? new Signature(school.name(), "", "")
                : new Signature(person.name(), texts.getMessage("letter.title." + title(person, school), null, language), school.name());
    }

    private String title(Person person, School school) {
        if (directory.principal(school.id()).filter(principal -> principal.id() == person.id()).isPresent()) {
            return "principal";
        }
        List<Role> held = directory.rolesOf(person.id()).stream()
                .filter(role -> role.schoolId() == null || role.schoolId() == school.id())
                .map(HeldRole::role)
                .toList();
        return TITLES.stream().filter(held::contains).map(Role::id).findFirst().orElse(Role.STAFF.id());
    }
}
