package no.omtanke.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A large municipality: 100 schools, each with 200 pupils and 20 employees. The principals and the owner have accounts. */
final class Municipality {

    static final int SCHOOLS = 100;
    static final String PASSWORD = "a password for benches";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    /** A school with whoever leads it. */
    record School(int id, long principal) {}

    final List<School> schools = new ArrayList<>();

    Municipality(Program program) {
        if (program.number("select count(*) from school") > 0) {
            program.jdbc
                    .sql("select school_id, person_id from role_assignment where role = 'leadership' order by school_id")
                    .query((row, n) -> new School(row.getInt(1), row.getLong(2)))
                    .list()
                    .forEach(schools::add);
            return;
        }
        DirectoryRegister register = program.bean(DirectoryRegister.class);
        register.municipality("Prøvik kommune", "Forskrift om skoleregler", "Statsforvalteren i Prøvik");
        for (int n = 0; n < SCHOOLS; n++) {
            int school = register.addSchool("skole-" + n, "Skole " + n, "nb", "00 00 00 00");
            long principal = person(register, "Rektor", "Skole" + n);
            register.giveRole(principal, Role.LEADERSHIP, school, false, LONG_AGO, null);
            schools.add(new School(school, principal));
            account(program, principal, "principal" + n);
        }
        long owner = person(register, "Kommunal", "Sjef");
        register.giveRole(owner, Role.SCHOOL_OWNER, null, false, LONG_AGO, null);
        account(program, owner, "owner");
        program.jdbc.sql(PEOPLE).update();
        program.jdbc.sql(STAFF).update();
        program.jdbc.sql(CLASSES).update();
        program.jdbc.sql(PUPILS).update();
        program.jdbc.sql("analyze").update();
    }

    // With a password that is quickly checked: signing in a hundred people is not what is measured.
    private static void account(Program program, long person, String username) {
        program.jdbc
                .sql("insert into account (person_id, username, password_hash, created_at) values (?, ?, ?, now())")
                .params(person, username, new BCryptPasswordEncoder(4).encode(PASSWORD))
                .update();
    }

    private static long person(DirectoryRegister register, String given, String family) {
        return register.addPerson(given, family, given + "." + family + "@prøvik.example", null, null, "nb");
    }

    // People are no tasks: they may come by the thousand.
    private static final String PEOPLE =
            """
            insert into person (given_name, family_name, email, birth_date, language)
            select case when n <= 20 then 'Ansatt' else 'Elev' end || n, 'Skole' || s.id, n || '.' || s.id || '@people.example',
                   case when n > 20 then date '2015-03-14' end, 'nb'
            from school s, generate_series(1, 220) n
            """;

    private static final String STAFF =
            """
            insert into role_assignment (person_id, role, school_id, from_date)
            select p.id, 'contact-teacher', s.id, date '2020-08-01'
            from school s join person p on p.family_name = 'Skole' || s.id and p.given_name like 'Ansatt%'
            """;

    private static final String CLASSES =
            "insert into school_class (school_id, grade, name) select s.id, g, g || 'A' from school s, generate_series(1, 10) g";

    private static final String PUPILS =
            """
            insert into enrolment (pupil_id, class_id, from_date)
            select p.id, c.id, date '2020-08-01'
            from school s join person p on p.family_name = 'Skole' || s.id and p.given_name like 'Elev%'
            join school_class c on c.school_id = s.id and c.grade = 1 + p.id % 10
            """;
}
