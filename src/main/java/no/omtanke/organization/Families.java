package no.omtanke.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Families {

    /** Guardianship ends by itself on the pupil's eighteenth birthday: the same rule as {@link Person#hasTurned}. */
    static final String UNDER_AGE = "(p.birth_date is null or p.birth_date + interval '18 years' > :today)";

    /** A pupil who changes class or school has one place a day: the newest. */
    private static final String PLACE =
            "select distinct on (e.pupil_id) e.pupil_id, c.school_id, c.grade, c.name as class_name,"
                    + " c.contact_teacher_id from enrolment e join school_class c on c.id = e.class_id"
                    + " where e.from_date <= :today and (e.to_date is null or e.to_date > :today)"
                    + " order by e.pupil_id, e.from_date desc, e.id desc";

    private static final String SELECT_PUPIL = "select " + DirectoryRows.PERSON
            + ", place.school_id, place.grade, place.class_name"
            + " from person p join (" + PLACE + ") place on place.pupil_id = p.id ";

    /** Today, not blocked, and not somebody who had parental responsibility and has lost it. */
    private static final String VALID = " g.from_date <= :today and (g.to_date is null or g.to_date > :today)"
            + " and not exists (select 1 from guardianship b where b.guardian_id = g.guardian_id and b.pupil_id = g.pupil_id"
            + " and b.blocked) and (g.parental_responsibility or not exists (select 1 from guardianship had"
            + " where had.guardian_id = g.guardian_id and had.pupil_id = g.pupil_id and had.parental_responsibility"
            + " and had.from_date <= :today)) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Families(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PupilEntry> pupilsAt(int schoolId) {
        return jdbc.sql(SELECT_PUPIL + "where place.school_id = :school")
                .param("school", schoolId)
                .param("today", today())
                .query(DirectoryRows::pupil)
                .list()
                .stream()
                .sorted(Comparator.comparing(PupilEntry::grade)
                        .thenComparing(PupilEntry::className)
                        .thenComparing(PupilEntry::person, DirectoryRows.byName()))
                .toList();
    }

    Optional<PupilEntry> pupil(long personId) {
        return jdbc.sql(SELECT_PUPIL + "where p.id = :person")
                .param("person", personId)
                .param("today", today())
                .query(DirectoryRows::pupil)
                .optional();
    }

    List<PupilEntry> pupilsOf(long guardianId) {
        return jdbc.sql(SELECT_PUPIL + "where " + UNDER_AGE
                        + " and exists (select 1 from guardianship g"
                        + " where g.pupil_id = p.id and g.guardian_id = :guardian and" + VALID + ")"
                        + " order by p.birth_date, p.id")
                .param("guardian", guardianId)
                .param("today", today())
                .query(DirectoryRows::pupil)
                .list();
    }

    List<Guardian> guardiansOf(long pupilId) {
        return jdbc.sql("select distinct on (g.guardian_id) adult.*, g.pupil_id, g.parental_responsibility"
                        + " from guardianship g join person p on p.id = g.pupil_id"
                        + " join person adult on adult.id = g.guardian_id"
                        + " where g.pupil_id = :pupil and " + UNDER_AGE + " and" + VALID
                        + " order by g.guardian_id, g.from_date desc")
                .param("pupil", pupilId)
                .param("today", today())
                .query((row, number) -> new Guardian(
                        DirectoryRows.person(row, number),
                        row.getLong("pupil_id"),
                        row.getBoolean("parental_responsibility")))
                .list();
    }

    /** Also those who see nothing, and whatever the pupil's age. */
    List<Guardianship> guardianshipsOf(long pupilId) {
        return jdbc.sql("select adult.*, everything.blocked, everything.valid from (select g.guardian_id, bool_or(g.blocked) as blocked,"
                        + " bool_or(" + VALID + ") as valid from guardianship g where g.pupil_id = :pupil group by g.guardian_id) everything"
                        + " join person adult on adult.id = everything.guardian_id"
                        + " order by adult.family_name, adult.given_name, adult.id")
                .param("pupil", pupilId)
                .param("today", today())
                .query((row, number) -> new Guardianship(
                        DirectoryRows.person(row, number),
                        row.getBoolean("blocked")
                                ? Guardianship.Standing.BLOCKED
                                : row.getBoolean("valid") ? Guardianship.Standing.GUARDIAN : Guardianship.Standing.NO_LONGER))
                .list();
    }

    Optional<Person> contactTeacher(long pupilId) {
        return jdbc.sql("select " + DirectoryRows.PERSON + " from (" + PLACE + ") place"
                        + " join person p on p.id = place.contact_teacher_id where place.pupil_id = :pupil"
                        + " and exists (select 1 from role_assignment a where a.person_id = p.id"
                        + " and a.school_id = place.school_id and" + Roles.VALID + ")")
                .param("pupil", pupilId)
                .param("today", today())
                .query(DirectoryRows::person)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
