package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The year that runs from August to July. */
class SchoolYearTest {

    @Test
    void the_last_of_july_and_the_first_of_august_are_in_two_years() {
        assertThat(SchoolYear.of(LocalDate.of(2027, 7, 31)))
                .isEqualTo(new SchoolYear(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)));
        assertThat(SchoolYear.of(LocalDate.of(2027, 8, 1)).first()).isEqualTo(LocalDate.of(2027, 8, 1));
    }

    @Property
    void every_day_is_in_its_own_year_and_the_years_meet(@ForAll @IntRange(max = 40_000) int days) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(days);
        SchoolYear year = SchoolYear.of(day);
        assertThat(day).isBetween(year.first(), year.last());
        assertThat(SchoolYear.of(year.first())).isEqualTo(year);
        assertThat(SchoolYear.of(year.last())).isEqualTo(year);
        assertThat(SchoolYear.of(year.last().plusDays(1)).first()).isEqualTo(year.last().plusDays(1));
    }
}
