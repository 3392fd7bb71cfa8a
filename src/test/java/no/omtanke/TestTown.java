package no.omtanke;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.signin.Accounts;

/** A small town of its own for each story, so that stories in one database do not meet. */
public class TestTown {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    private final DirectoryRegister register;
    /** What every account of the tests opens with. */
    public static final String PASSWORD = "et langt passord";

    private final Directory directory;
    private final Accounts accounts;

    TestTown(DirectoryRegister register, Directory directory, Accounts accounts) {
        this.accounts = accounts;
        this.register = register;
        this.directory = directory;
        register.municipality("Prøvik kommune", "Forskrift om skoleregler, Prøvik", "Statsforvalteren i Prøvik");
    }

    /** A school with a principal, a deputy, a contact teacher, a social teacher and a class of three with guardians. */
    public Town found() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        int school = register.addSchool("skole-" + tag, "Skole " + tag, "nb", "00 00 00 00");
        long principal = person("Rektor", tag, null);
        register.giveRole(principal, Role.LEADERSHIP, school, false, LONG_AGO, null);
        long deputy = person("Inspektør", tag, null);
        register.giveRole(deputy, Role.LEADERSHIP, school, true, LONG_AGO, null);
        long teacher = person("Kontaktlærer", tag, null);
        register.giveRole(teacher, Role.CONTACT_TEACHER, school, false, LONG_AGO, null);
        long social = person("Sosiallærer", tag, null);
        register.giveRole(social, Role.SOCIAL_TEACHER, school, false, LONG_AGO, null);
        long owner = person("Kommunalsjef", tag, null);
        register.giveRole(owner, Role.SCHOOL_OWNER, null, false, LONG_AGO, null);
        long auditor = person("Revisor", tag, null);
        register.giveRole(auditor, Role.AUDITOR, null, false, LONG_AGO, null);
        long group = register.addClass(school, 6, "6A", teacher);
        long pupil = pupil("Elev", tag, group);
        long other = pupil("Annen", tag, group);
        long third = pupil("Tredje", tag, group);
        long guardian = person("Foresatt", tag, null);
        register.addGuardian(guardian, pupil, true, LONG_AGO, null);
        return new Town(tag, school, principal, deputy, teacher, social, owner, auditor, pupil, other, third, guardian);
    }

    private long pupil(String given, String tag, long group) {
        long pupil = person(given, tag, LocalDate.of(2015, 3, 14));
        register.enrol(pupil, group, LONG_AGO, null);
        return pupil;
    }

    private long person(String given, String tag, LocalDate birth) {
        return register.addPerson(
                given, tag, given.toLowerCase().replace("ø", "o").replace("æ", "ae") + "." + tag + "@town.example", null, birth, "nb");
    }

    /** Gives the person an account. @return the user name; the password is {@link #PASSWORD} */
    public String account(long person) {
        String username = "bruker" + person;
        accounts.create(person, username, PASSWORD);
        return username;
    }

    public void leave(long person, Role role, int school, LocalDate day) {
        register.endRole(person, role, school, day);
    }

    /** The reader that a person is when signed in. */
    public Reader reader(long person) {
        Set<String> audiences = new HashSet<>();
        audiences.add("person:" + person);
        directory
                .rolesOf(person)
                .forEach(r -> audiences.add(
                        r.schoolId() == null ? r.role().id() : r.role().id() + ":" + r.schoolId()));
        return new Reader(person, directory.person(person).orElseThrow().name(), audiences);
    }

    /** The people of one story. */
    public record Town(
            String tag,
            int school,
            long principal,
            long deputy,
            long teacher,
            long social,
            long owner,
            long auditor,
            long pupil,
            long other,
            long third,
            long guardian) {}
}
