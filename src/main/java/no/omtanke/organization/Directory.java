package no.omtanke.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Public because every module looks people up here; all answers are as of today by the program's clock. */
@Service
public class Directory {

    private final Schools schools;
    private final Roles roles;
    private final Families families;
    private final SchoolLists lists;

    Directory(Schools schools, Roles roles, Families families, SchoolLists lists) {
        this.schools = schools;
        this.roles = roles;
        this.families = families;
        this.lists = lists;
    }

    public Municipality municipality() {
        return schools.municipality()
                .orElseThrow(() -> new IllegalStateException("The municipality has not been registered yet"));
    }

    public List<School> schools() {
        return schools.all();
    }

    public Optional<School> school(int id) {
        return schools.byId(id);
    }

    public Optional<School> schoolBySlug(String slug) {
        return schools.bySlug(slug);
    }

    public Optional<Person> person(long id) {
        return roles.person(id);
    }

    /** Those whose address it is; parents may share one. */
    public List<Person> peopleWith(String email) {
        return roles.peopleWith(email);
    }

    /** By class, then by name. */
    public List<PupilEntry> pupils(int schoolId) {
        return lists.of("pupils", schoolId, () -> families.pupilsAt(schoolId));
    }

    public Optional<PupilEntry> pupil(long personId) {
        return families.pupil(personId);
    }

    /** Those who work at the school: leadership, teachers and other staff, each once, by name. */
    public List<StaffEntry> staff(int schoolId) {
        return lists.of("staff", schoolId, () -> roles.staffAt(schoolId));
    }

    /** Nobody, once the pupil is 18. */
    public List<Guardian> guardiansOf(long pupilId) {
        return families.guardiansOf(pupilId);
    }

    /** Everybody who is or has been a guardian of the pupil, also those who may see nothing: for administration only. */
    public List<Guardianship> guardianshipsOf(long pupilId) {
        return families.guardianshipsOf(pupilId);
    }

    public List<PupilEntry> pupilsOf(long guardianId) {
        return families.pupilsOf(guardianId);
    }

    public List<HeldRole> rolesOf(long personId) {
        return roles.of(personId);
    }

    /** No school asks for those who hold the role for the whole municipality. */
    public List<Person> holders(Role role, Integer schoolId) {
        return roles.holders(role, schoolId);
    }

    public Optional<Person> principal(int schoolId) {
        return roles.leadership(schoolId, false).stream().findFirst();
    }

    public List<Person> deputies(int schoolId) {
        return roles.leadership(schoolId, true);
    }

    /** The classes whose contact teacher the person is at the school. */
    public List<TaughtClass> classesOf(long teacher, int schoolId) {
        return schools.taughtBy(teacher, schoolId);
    }

    /** All classes of the school, by grade. */
    public List<TaughtClass> classes(int schoolId) {
        return schools.classesAt(schoolId);
    }

    /** Nobody, when the teacher of the class no longer works at the school. */
    public Optional<Person> contactTeacher(long pupilId) {
        return families.contactTeacher(pupilId);
    }
}
