package no.omtanke.demo;

import static no.omtanke.demo.SolvikSchool.FJELLBAKKEN;
import static no.omtanke.demo.SolvikSchool.NORDVIK;
import static no.omtanke.demo.SolvikSchool.UNGDOMSSKOLEN;

import java.util.List;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The few users who together show all of the product; most at one school, so that they meet in the same cases. */
@Component
@Profile("demo")
class DemoCast {

    private final Cast cast;

    DemoCast(Cast cast) {
        this.cast = cast;
    }

    List<DemoUser> users() {
        return List.of(
                user(cast.principal(FJELLBAKKEN), "principal", FJELLBAKKEN),
                user(cast.deputy(FJELLBAKKEN), "deputy", FJELLBAKKEN),
                user(cast.contactTeacher(FJELLBAKKEN, "6A"), "contact-teacher", FJELLBAKKEN),
                user(cast.socialTeacher(FJELLBAKKEN), "social-teacher", FJELLBAKKEN),
                user(cast.staff(FJELLBAKKEN, "larer"), "teacher", FJELLBAKKEN),
                user(cast.staff(FJELLBAKKEN, "sfo"), "after-school", FJELLBAKKEN),
                user(cast.principal(NORDVIK), "principal", NORDVIK),
                user(cast.principal(UNGDOMSSKOLEN), "principal", UNGDOMSSKOLEN),
                user(cast.official(Role.SCHOOL_OWNER, "kommunalsjef"), "school-owner", null),
                user(cast.official(Role.SCHOOL_OWNER, "radgiver.oppvekst"), "adviser", null),
                user(cast.official(Role.AUDITOR, "revisor"), "auditor", null),
                user(cast.official(Role.ADMINISTRATOR, "administrator"), "administrator", null),
                user(cast.official(Role.OPERATOR, "drift"), "operator", null));
    }

    private DemoUser user(Person person, String label, SolvikSchool school) {
        return new DemoUser(
                person.id(), Cast.username(person), "demo.role." + label, school == null ? null : school.title);
    }
}
