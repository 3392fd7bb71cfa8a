package no.omtanke.demo;

import java.time.LocalDate;
import java.time.Month;

/** From August to July, named by its first year. */
record SchoolYear(int firstYear) {

    static SchoolYear of(LocalDate date) {
        boolean begun = date.getMonthValue() >= Month.AUGUST.getValue();
        return new SchoolYear(begun ? date.getYear() : date.getYear() - 1);
    }

    SchoolYear next() {
        return new SchoolYear(firstYear + 1);
    }

    LocalDate begins() {
        return LocalDate.of(firstYear, Month.AUGUST, 1);
    }

    /** Children begin in grade 1 the year they turn six. */
    int birthYear(int grade) {
        return firstYear - 5 - grade;
    }
}
