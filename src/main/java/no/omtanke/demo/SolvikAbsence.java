package no.omtanke.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.omtanke.absence.ClassRegister;
import no.omtanke.absence.ClassRegister.Marked;
import no.omtanke.absence.Mark;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.School;
import no.omtanke.organization.TaughtClass;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The past weeks' absence in each school's 6A: some are away now and then, and one pupil at Fjellbakken so much that somebody must ask why. */
@Component
@Profile("demo")
class SolvikAbsence {

    private static final String CLASS = "6A";
    private static final int DAYS_BACK = 12;

    private final ClassRegister register;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Clock clock;

    SolvikAbsence(ClassRegister register, Directory directory, SchoolDays schoolDays, Clock clock) {
        this.register = register;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    void fill() {
        for (School school : directory.schools()) {
            directory.classes(school.id()).stream()
                    .filter(group -> group.name().equals(CLASS))
                    .forEach(group -> fill(school, group, school.slug().equals(SolvikSchool.FJELLBAKKEN.slug)));
        }
    }

    private void fill(School school, TaughtClass group, boolean oneIsMuchAway) {
        List<PupilEntry> pupils = directory.pupils(school.id()).stream()
                .filter(pupil -> pupil.className().equals(group.name()))
                .toList();
        Reader teacher = pupils.stream()
                .findFirst()
                .flatMap(pupil -> directory.contactTeacher(pupil.person().id()))
                .map(person -> reader(person, school.id()))
                .orElse(null);
        if (teacher == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        for (int back = DAYS_BACK; back > 0; back--) {
            LocalDate day = schoolDays.plus(school.id(), today, -back);
            long somebody = pupils.get(back * 5 % pupils.size()).person().id();
            register.keep(teacher, group.id(), day, Map.of(somebody, new Marked(back % 3 == 0 ? Mark.LATE : Mark.ABSENT, back % 4 != 0)));
            if (oneIsMuchAway && back % 2 == 1) {
                long last = pupils.get(pupils.size() - 1).person().id();
                register.keep(teacher, group.id(), day, Map.of(last, new Marked(Mark.ABSENT, back % 4 == 1)));
            }
        }
    }

    private static Reader reader(Person person, int school) {
        return new Reader(person.id(), person.name(), Set.of("person:" + person.id(), "contact-teacher:" + school));
    }
}
