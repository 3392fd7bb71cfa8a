package no.omtanke.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.omtanke.demo.SolvikStaff.OpenedClass;
import no.omtanke.organization.DirectoryRegister;

/** Pupils and their guardians: together, alone, or parted with and without parental responsibility. */
class SolvikFamilies {

    private final DirectoryRegister register;
    private final InventedNames names;
    private final InventedAddresses addresses;
    private final SchoolYear year;
    private final LocalDate enrolledFrom;
    private final Random birthdays = new Random(1814);
    private int families;
    private int guardians;

    SolvikFamilies(
            DirectoryRegister register,
            InventedNames names,
            InventedAddresses addresses,
            SchoolYear year,
            LocalDate enrolledFrom) {
        this.register = register;
        this.names = names;
        this.addresses = addresses;
        this.year = year;
        this.enrolledFrom = enrolledFrom;
    }

    void moveIn(List<OpenedClass> classes) {
        for (List<OpenedClass> siblings : Households.places(classes)) {
            moveIn(siblings, families);
            families++;
        }
        sameNameInOneClass(classes.stream()
                .filter(each -> each.school() == SolvikSchool.FJELLBAKKEN && each.name().equals("6A"))
                .findFirst()
                .orElseThrow());
    }

    private void moveIn(List<OpenedClass> places, int number) {
        Background background = Households.background(number);
        String family = names.familyName(background);
        String language = Households.language(background, places.get(0).school());
        List<Child> children = new ArrayList<>();
        for (OpenedClass place : places) {
            children.add(enrol(names.child(background, family), family, place));
        }
        long first = guardian(background, family, language);
        children.forEach(child -> register.addGuardian(first, child.id, true, child.born, null));
        switch (Households.kind(number)) {
            case ALONE -> {}
            case TOGETHER -> addSecond(children, guardian(background, family, language), true);
            case PARTED -> addSecond(children, guardian(background, names.familyName(background), language), true);
            case PARTED_WITHOUT_RESPONSIBILITY ->
                addSecond(children, guardian(background, names.familyName(background), language), false);
        }
    }

    /** Two pupils whose name and class are the same: choosing one of them must still be possible. */
    private void sameNameInOneClass(OpenedClass place) {
        for (boolean responsibility : new boolean[] {true, false}) {
            Child emma = enrol("Emma", "Hansen", place);
            long first = guardian(Background.NORWEGIAN, "Hansen", "nb");
            register.addGuardian(first, emma.id, true, emma.born, null);
            addSecond(List.of(emma), guardian(Background.NORWEGIAN, "Hansen", "nb"), responsibility);
        }
    }

    private Child enrol(String given, String family, OpenedClass place) {
        LocalDate born = LocalDate.ofYearDay(year.birthYear(place.grade()), 1 + birthdays.nextInt(365));
        long pupil = register.addPerson(given, family, null, null, born, place.school().languageForm);
        register.enrol(pupil, place.id(), enrolledFrom, null);
        return new Child(pupil, born);
    }

    private long guardian(Background background, String family, String language) {
        String given = names.adult(background, family);
        // Some can only be reached by phone.
        boolean hasEmail = ++guardians % 9 != 0;
        String email = hasEmail ? addresses.email(given + "." + family) : null;
        return register.addPerson(given, family, email, addresses.phone(), null, language);
    }

    private void addSecond(List<Child> children, long guardian, boolean responsibility) {
        children.forEach(child -> register.addGuardian(guardian, child.id, responsibility, child.born, null));
    }

    private record Child(long id, LocalDate born) {}
}
