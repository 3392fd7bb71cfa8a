package no.omtanke.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.demo.SolvikStaff.OpenedClass;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty directory with the invented Solvik kommune: all of it, or, when stopped midway, nothing. */
@Component
@Profile("demo")
class SolvikPeople {

    /** The demo's cases begin some weeks ago, and their people must have been there by then. */
    private static final int DAYS_OF_HISTORY = 120;

    private final Directory directory;
    private final DirectoryRegister register;
    private final SolvikClosures closures;
    private final SolvikBodies solvikBodies;
    private final SolvikLetters letters;
    private final Clock clock;

    SolvikPeople(
            Directory directory,
            DirectoryRegister register,
            SolvikClosures closures,
            SolvikBodies solvikBodies,
            SolvikLetters letters,
            Clock clock) {
        this.letters = letters;
        this.solvikBodies = solvikBodies;
        this.directory = directory;
        this.register = register;
        this.closures = closures;
        this.clock = clock;
    }

    @Transactional
    void fill() {
        if (directory.schools().isEmpty()) {
            fill(LocalDate.now(clock));
        }
    }

    private void fill(LocalDate today) {
        SchoolYear year = SchoolYear.of(today);
        LocalDate longAgo = today.minusDays(DAYS_OF_HISTORY);
        LocalDate enrolledFrom = longAgo.isBefore(year.begins()) ? longAgo : year.begins();
        InventedNames names = new InventedNames();
        InventedAddresses addresses = new InventedAddresses();
        SolvikStaff staff = new SolvikStaff(register, names, addresses, year.begins().minusYears(2));

        register.municipality(
                "Solvik kommune", "Forskrift om permisjon for elever, Solvik kommune", "Statsforvalteren i Solfylket");
        staff.hireForMunicipality();
        List<Integer> schools = new ArrayList<>();
        List<OpenedClass> classes = new ArrayList<>();
        for (SolvikSchool plan : SolvikSchool.values()) {
            int school = register.addSchool(plan.slug, plan.title, plan.languageForm, addresses.phone());
            schools.add(school);
            classes.addAll(staff.hireFor(school, plan));
        }
        new SolvikFamilies(register, names, addresses, year, enrolledFrom).moveIn(classes);
        closures.fill(year, schools);
        solvikBodies.fill(schools);
        letters.fill();
    }
}
