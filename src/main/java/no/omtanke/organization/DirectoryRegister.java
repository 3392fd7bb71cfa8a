package no.omtanke.organization;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Public because administration and the demo write the directory here. A period runs to the first day after it: a role
 * that ends today is not held today. No end means until further notice.
 */
@Service
public class DirectoryRegister {

    private final JdbcClient jdbc;

    DirectoryRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void municipality(String name, String localRegulation, String statsforvalter) {
        jdbc.sql("insert into municipality (name, local_regulation, statsforvalter) values (?, ?, ?)"
                        + " on conflict (only_row) do update set name = excluded.name,"
                        + " local_regulation = excluded.local_regulation, statsforvalter = excluded.statsforvalter")
                .params(name, localRegulation, statsforvalter)
                .update();
    }

    public int addSchool(String slug, String name, String languageForm, String phone) {
        return jdbc.sql("insert into school (slug, name, language_form, phone) values (?, ?, ?, ?) returning id")
                .param(slug)
                .param(name)
                .param(languageForm)
                .param(phone)
                .query(Integer.class)
                .single();
    }

    public long addPerson(
            String givenName, String familyName, String email, String phone, LocalDate birthDate, String language) {
        return jdbc.sql("insert into person (given_name, family_name, email, phone, birth_date, language)"
                        + " values (?, ?, ?, ?, ?, ?) returning id")
                .param(givenName)
                .param(familyName)
                .param(email)
                .param(phone)
                .param(birthDate)
                .param(language)
                .query(Long.class)
                .single();
    }

    public void giveRole(long person, Role role, Integer schoolId, boolean deputy, LocalDate from, LocalDate to) {
        if (role.isOfFamily()) {
            throw new IllegalArgumentException(role.id() + " follows from enrolment and guardianship, it is not given");
        }
        jdbc.sql("insert into role_assignment (person_id, role, school_id, deputy, from_date, to_date)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(person)
                .param(role.id())
                .param(schoolId)
                .param(deputy)
                .param(from)
                .param(to)
                .update();
    }

    /** From that day on the role is no longer held. */
    public void endRole(long person, Role role, Integer schoolId, LocalDate on) {
        jdbc.sql("update role_assignment set to_date = greatest(from_date, cast(:on as date))"
                        + " where person_id = :person and role = :role"
                        + " and school_id is not distinct from cast(:school as int)"
                        + " and (to_date is null or to_date > :on)")
                .param("on", on)
                .param("person", person)
                .param("role", role.id())
                .param("school", schoolId)
                .update();
    }

    /** The contact teacher counts as long as they hold a role at the school. */
    public long addClass(int school, int grade, String name, Long contactTeacher) {
        return jdbc.sql("insert into school_class (school_id, grade, name, contact_teacher_id)"
                        + " values (?, ?, ?, ?) returning id")
                .param(school)
                .param(grade)
                .param(name)
                .param(contactTeacher)
                .query(Long.class)
                .single();
    }

    /** @param teacher null until somebody is found */
    public void contactTeacher(long classId, Long teacher) {
        jdbc.sql("update school_class set contact_teacher_id = :teacher where id = :class")
                .param("teacher", teacher)
                .param("class", classId)
                .update();
    }

    public void enrol(long pupil, long classId, LocalDate from, LocalDate to) {
        jdbc.sql("insert into enrolment (pupil_id, class_id, from_date, to_date) values (?, ?, ?, ?)")
                .param(pupil)
                .param(classId)
                .param(from)
                .param(to)
                .update();
    }

    public void addGuardian(
            long guardian, long pupil, boolean parentalResponsibility, LocalDate from, LocalDate to) {
        jdbc.sql("insert into guardianship (guardian_id, pupil_id, parental_responsibility, from_date, to_date)"
                        + " values (?, ?, ?, ?, ?)")
                .param(guardian)
                .param(pupil)
                .param(parentalResponsibility)
                .param(from)
                .param(to)
                .update();
    }

    /** From that day on the person is no guardian of the pupil; links of theirs open nothing any more. */
    public void endGuardian(long guardian, long pupil, LocalDate on) {
        jdbc.sql("update guardianship set to_date = greatest(from_date, cast(:on as date))"
                        + " where guardian_id = :guardian and pupil_id = :pupil and (to_date is null or to_date > :on)")
                .param("on", on)
                .param("guardian", guardian)
                .param("pupil", pupil)
                .update();
    }

    /** From that day on the person has no parental responsibility: the time with it ends, and they see nothing more. */
    public void loseResponsibility(long guardian, long pupil, LocalDate on) {
        endGuardian(guardian, pupil, on);
        jdbc.sql("insert into guardianship (guardian_id, pupil_id, parental_responsibility, from_date)"
                        + " values (?, ?, false, ?) on conflict do nothing")
                .param(guardian)
                .param(pupil)
                .param(on)
                .update();
    }

    /** The guardian may see nothing of the pupil, from this moment, whatever else the register says; or may again. */
    public void blockGuardian(long guardian, long pupil, boolean blocked) {
        jdbc.sql("update guardianship set blocked = ? where guardian_id = ? and pupil_id = ?")
                .param(blocked)
                .param(guardian)
                .param(pupil)
                .update();
    }

    /** From that day on the person has parental responsibility, whatever was before; a block stays. */
    public void restoreGuardian(long guardian, long pupil, LocalDate on) {
        endGuardian(guardian, pupil, on);
        jdbc.sql("insert into guardianship (guardian_id, pupil_id, parental_responsibility, from_date, blocked)"
                        + " values (:guardian, :pupil, true, :on, exists (select 1 from guardianship b where b.guardian_id = :guardian"
                        + " and b.pupil_id = :pupil and b.blocked)) on conflict (guardian_id, pupil_id, from_date)"
                        + " do update set parental_responsibility = true, to_date = null")
                .param("guardian", guardian)
                .param("pupil", pupil)
                .param("on", on)
                .update();
    }
}
