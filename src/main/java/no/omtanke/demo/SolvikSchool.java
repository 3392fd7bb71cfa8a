package no.omtanke.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The three schools: an ordinary one, one where grades 1 to 10 share a small house, and one for the oldest. */
enum SolvikSchool {
    FJELLBAKKEN("fjellbakken", "Fjellbakken skole", "nb", 1, 7, List.of(6), 1),
    NORDVIK("nordvik", "Nordvik skole", "nn", 1, 10, List.of(), 1),
    UNGDOMSSKOLEN("solvik-ungdomsskole", "Solvik ungdomsskole", "nb", 8, 10, List.of(8, 9, 10), 2);

    /** Only first to fourth grade have a place before and after school. */
    private static final int LAST_GRADE_WITH_AFTER_SCHOOL = 4;

    final String slug;
    final String title;
    final String languageForm;
    final int deputies;
    private final int firstGrade;
    private final int lastGrade;
    private final List<Integer> gradesWithTwoClasses;

    SolvikSchool(
            String slug,
            String title,
            String languageForm,
            int firstGrade,
            int lastGrade,
            List<Integer> gradesWithTwoClasses,
            int deputies) {
        this.slug = slug;
        this.title = title;
        this.languageForm = languageForm;
        this.firstGrade = firstGrade;
        this.lastGrade = lastGrade;
        this.gradesWithTwoClasses = gradesWithTwoClasses;
        this.deputies = deputies;
    }

    boolean hasAfterSchool() {
        return firstGrade <= LAST_GRADE_WITH_AFTER_SCHOOL;
    }

    /** In order of grade: 1A, 2A, …, 6A, 6B, 7A. */
    List<ClassName> classes() {
        List<ClassName> names = new ArrayList<>();
        IntStream.rangeClosed(firstGrade, lastGrade).forEach(grade -> {
            names.add(new ClassName(grade, grade + "A"));
            if (gradesWithTwoClasses.contains(grade)) {
                names.add(new ClassName(grade, grade + "B"));
            }
        });
        return names;
    }

    record ClassName(int grade, String name) {}
}
