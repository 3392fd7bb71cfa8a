package no.omtanke.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.omtanke.demo.SolvikStaff.OpenedClass;

/** Which children live together, and with whom: plans without chance, so that every kind of family occurs. */
final class Households {

    private static final int PUPILS_IN_A_CLASS = 3;

    enum Kind {
        TOGETHER,
        ALONE,
        PARTED,
        PARTED_WITHOUT_RESPONSIBILITY
    }

    private Households() {}

    /** The classes of each household's children, the youngest first; siblings are years apart. */
    static List<List<OpenedClass>> places(List<OpenedClass> classes) {
        List<OpenedClass> fjellbakken = placesAt(SolvikSchool.FJELLBAKKEN, classes);
        List<OpenedClass> nordvik = placesAt(SolvikSchool.NORDVIK, classes);
        List<OpenedClass> ungdomsskolen = placesAt(SolvikSchool.UNGDOMSSKOLEN, classes);
        List<List<OpenedClass>> households = new ArrayList<>();
        // The youngest at Fjellbakken have a brother or sister at the school for the oldest …
        int pairs = ungdomsskolen.size() * 2 / 3;
        for (int i = 0; i < pairs; i++) {
            households.add(List.of(fjellbakken.get(i), ungdomsskolen.get(i)));
        }
        fjellbakken.stream().skip(pairs).forEach(only -> households.add(List.of(only)));
        ungdomsskolen.stream().skip(pairs).forEach(only -> households.add(List.of(only)));
        // … and half of Nordvik's pupils have one at Nordvik, five grades above.
        int half = nordvik.size() / 2;
        for (int i = 0; i < half; i++) {
            if (i % 2 == 0) {
                households.add(List.of(nordvik.get(i), nordvik.get(half + i)));
            } else {
                households.add(List.of(nordvik.get(i)));
                households.add(List.of(nordvik.get(half + i)));
            }
        }
        return households;
    }

    static Kind kind(int household) {
        return switch (household % 8) {
            case 2, 6 -> Kind.ALONE;
            case 4 -> Kind.PARTED;
            case 7 -> Kind.PARTED_WITHOUT_RESPONSIBILITY;
            default -> Kind.TOGETHER;
        };
    }

    static Background background(int household) {
        return switch (household % 10) {
            case 1 -> Background.POLISH;
            case 3 -> Background.SOMALI;
            case 5 -> Background.ARABIC;
            case 7 -> Background.UKRAINIAN;
            case 8 -> Background.SAMI;
            default -> Background.NORWEGIAN;
        };
    }

    /** Those who came lately read English better than Norwegian; the others read what their school writes. */
    static String language(Background background, SolvikSchool school) {
        return background == Background.UKRAINIAN || background == Background.POLISH ? "en" : school.languageForm;
    }

    private static List<OpenedClass> placesAt(SolvikSchool school, List<OpenedClass> classes) {
        List<OpenedClass> places = new ArrayList<>();
        classes.stream()
                .filter(each -> each.school() == school)
                .sorted(Comparator.comparing(OpenedClass::grade))
                .forEach(each -> {
                    for (int i = 0; i < PUPILS_IN_A_CLASS; i++) {
                        places.add(each);
                    }
                });
        return places;
    }
}
