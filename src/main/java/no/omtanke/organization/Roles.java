package no.omtanke.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Roles {

    static final String VALID = " a.from_date <= :today and (a.to_date is null or a.to_date > :today) ";

    /** The roles of a school's own employees, the most telling first. */
    private static final List<Role> AT_WORK =
            List.of(Role.LEADERSHIP, Role.SOCIAL_TEACHER, Role.CONTACT_TEACHER, Role.STAFF);

    private final JdbcClient jdbc;
    private final Clock clock;

    Roles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Person> person(long id) {
        return jdbc.sql("select " + DirectoryRows.PERSON + " from person p where p.id = :id")
                .param("id", id)
                .query(DirectoryRows::person)
                .optional();
    }

    List<Person> peopleWith(String email) {
        return jdbc.sql("select " + DirectoryRows.PERSON + " from person p where lower(p.email) = lower(:email) order by p.id")
                .param("email", email)
                .query(DirectoryRows::person)
                .list();
    }

    List<HeldRole> of(long personId) {
        return jdbc.sql("select distinct role, school_id, deputy from (select a.role, a.school_id, a.deputy"
                        + " from role_assignment a where a.person_id = :person and" + VALID
                        + " union all select 'pupil', c.school_id, false"
                        + " from enrolment a join school_class c on c.id = a.class_id"
                        + " where a.pupil_id = :person and" + VALID
                        + " union all select 'guardian', c.school_id, false from guardianship a"
                        + " join person p on p.id = a.pupil_id and " + Families.UNDER_AGE
                        + " join enrolment e on e.pupil_id = a.pupil_id"
                        + " and e.from_date <= :today and (e.to_date is null or e.to_date > :today)"
                        + " join school_class c on c.id = e.class_id"
                        + " where a.guardian_id = :person and" + VALID + ") held order by role, school_id, deputy")
                .param("person", personId)
                .param("today", today())
                .query((row, number) -> new HeldRole(
                        Role.of(row.getString("role")),
                        row.getObject("school_id", Integer.class),
                        row.getBoolean("deputy")))
                .list();
    }

    List<Person> holders(Role role, Integer schoolId) {
        return jdbc.sql("select distinct " + DirectoryRows.PERSON
                        + " from role_assignment a join person p on p.id = a.person_id"
                        + " where a.role = :role and a.school_id is not distinct from cast(:school as int) and" + VALID)
                .param("role", role.id())
                .param("school", schoolId)
                .param("today", today())
                .query(DirectoryRows::person)
                .list()
                .stream()
                .sorted(DirectoryRows.byName())
                .toList();
    }

    /** The one who came last first: during a handover the new principal is the principal. */
    List<Person> leadership(int schoolId, boolean deputy) {
        return jdbc.sql("select " + DirectoryRows.PERSON
                        + " from role_assignment a join person p on p.id = a.person_id"
                        + " where a.role = 'leadership' and a.school_id = :school and a.deputy = :deputy and" + VALID
                        + " order by a.from_date desc, a.id")
                .param("school", schoolId)
                .param("deputy", deputy)
                .param("today", today())
                .query(DirectoryRows::person)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    List<StaffEntry> staffAt(int schoolId) {
        List<StaffEntry> held = jdbc.sql("select " + DirectoryRows.PERSON + ", a.role, a.deputy"
                        + " from role_assignment a join person p on p.id = a.person_id"
                        + " where a.school_id = :school and" + VALID)
                .param("school", schoolId)
                .param("today", today())
                .query((row, number) -> new StaffEntry(
                        DirectoryRows.person(row, number), Role.of(row.getString("role")), row.getBoolean("deputy")))
                .list();
        Map<Long, StaffEntry> telling = new LinkedHashMap<>();
        held.stream()
                .filter(entry -> AT_WORK.contains(entry.role()))
                .sorted(Comparator.comparing((StaffEntry entry) -> AT_WORK.indexOf(entry.role()))
                        .thenComparing(StaffEntry::deputy))
                .forEach(entry -> telling.putIfAbsent(entry.person().id(), entry));
        return telling.values().stream()
                .sorted(Comparator.comparing(StaffEntry::person, DirectoryRows.byName()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
