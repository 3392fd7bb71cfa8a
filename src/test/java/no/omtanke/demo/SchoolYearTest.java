package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolYearTest {

    @Test
    void beginsInAugust() {
        assertThat(SchoolYear.of(LocalDate.of(2026, 7, 31)).firstYear()).isEqualTo(2025);
        assertThat(SchoolYear.of(LocalDate.of(2026, 8, 1)).firstYear()).isEqualTo(2026);
        assertThat(SchoolYear.of(LocalDate.of(2027, 1, 1)).firstYear()).isEqualTo(2026);
    }

    @Test
    void takesThoseWhoTurnSixIntoTheFirstGrade() {
        SchoolYear year = new SchoolYear(2026);
        assertThat(year.birthYear(1)).isEqualTo(2020);
        assertThat(year.birthYear(10)).isEqualTo(2011);
    }
}
