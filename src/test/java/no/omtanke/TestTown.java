package no.omtanke;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.signin.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small town of its own for each story, so that stories in one database do not meet. */
public class TestTown {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    private final DirectoryRegister register;
    /** What every account of the tests opens with. */
    public static final String PASSWORD = "et langt passord";

    private final Directory directory;
    private final Bodies bodies;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final List<Town> known = new ArrayList<>();

    TestTown(DirectoryRegister register, Directory directory, Bodies bodies, Accounts accounts, JdbcClient jdbc) {
        this.bodies = bodies;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.register = register;
        this.directory = directory;
        register.municipality("Prøvik kommune", "Forskrift om skoleregler, Prøvik", "Statsforvalteren i Prøvik");
    }

    /** A school with a principal, a deputy, a contact teacher, a social teacher and a class of three with guardians. */
    public Town found() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        return found(tag, tag);
    }

    /** The same, where everybody has the family name; the tag stands in addresses only. */
    public Town found(String tag, String family) {
        int school = register.addSchool("skole-" + tag, "Skole " + tag, "nb", "00 00 00 00");
        long principal = person("Rektor", family, tag, null);
        register.giveRole(principal, Role.LEADERSHIP, school, false, LONG_AGO, null);
        long deputy = person("Inspektør", family, tag, null);
        register.giveRole(deputy, Role.LEADERSHIP, school, true, LONG_AGO, null);
        long teacher = person("Kontaktlærer", family, tag, null);
        register.giveRole(teacher, Role.CONTACT_TEACHER, school, false, LONG_AGO, null);
        long social = person("Sosiallærer", family, tag, null);
        register.giveRole(social, Role.SOCIAL_TEACHER, school, false, LONG_AGO, null);
        long owner = person("Kommunalsjef", family, tag, null);
        register.giveRole(owner, Role.SCHOOL_OWNER, null, false, LONG_AGO, null);
        long auditor = person("Revisor", family, tag, null);
        register.giveRole(auditor, Role.AUDITOR, null, false, LONG_AGO, null);
        long group = register.addClass(school, 6, "6A", teacher);
        long pupil = pupil("Elev", family, tag, group);
        long other = pupil("Annen", family, tag, group);
        long third = pupil("Tredje", family, tag, group);
        long guardian = person("Foresatt", family, tag, null);
        register.addGuardian(guardian, pupil, true, LONG_AGO, null);
        Town town = new Town(tag, school, principal, deputy, teacher, social, owner, auditor, pupil, other, third, guardian);
        known.add(town);
        List.of(principal, deputy, teacher, social, owner, auditor).forEach(this::knownElsewhere);
        return town;
    }

    private long pupil(String given, String family, String tag, long group) {
        long pupil = person(given, family, tag, LocalDate.of(2015, 3, 14));
        register.enrol(pupil, group, LONG_AGO, null);
        return pupil;
    }

    /** The person can sign in by a house that knows them; who needs a password here gets an {@link #account}. */
    public void knownElsewhere(long person) {
        jdbc.sql("insert into person_identity (kind, hash, person_id, added_at) values ('test', decode(md5(random()::text), 'hex'), ?, now())")
                .param(person)
                .update();
    }

    /** The person has no way in at all. */
    public void shutOut(long person) {
        jdbc.sql("delete from person_identity where person_id = ?").param(person).update();
        jdbc.sql("delete from account where person_id = ?").param(person).update();
    }

    private long person(String given, String family, String tag, LocalDate birth) {
        return register.addPerson(
                given, family, given.toLowerCase().replace("ø", "o").replace("æ", "ae") + "." + tag + "@town.example", null, birth, "nb");
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

    /** The school has nobody who leads it, and never had. */
    public void loseLeaders(Town town) {
        leave(town.principal(), Role.LEADERSHIP, town.school(), LONG_AGO);
        leave(town.deputy(), Role.LEADERSHIP, town.school(), LONG_AGO);
    }

    /** The story is over: the owner, who is told of every town's cases, is told of no more. */
    public void forget(Town town) {
        register.endRole(town.owner(), Role.SCHOOL_OWNER, null, LONG_AGO);
    }

    /** Those of all earlier stories: otherwise hundreds of owners would be told of each missed deadline. */
    void forgetAll() {
        known.forEach(this::forget);
        known.clear();
    }

    /** The reader that a person is when signed in. */
    public Reader reader(long person) {
        Set<String> audiences = new HashSet<>();
        audiences.add("person:" + person);
        directory
                .rolesOf(person)
                .forEach(r -> audiences.add(
                        r.schoolId() == null ? r.role().id() : r.role().id() + ":" + r.schoolId()));
        bodies.heldBy(person).forEach(body -> audiences.add("body:" + body));
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
