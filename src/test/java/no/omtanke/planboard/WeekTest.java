package no.omtanke.planboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Weeks as in addresses, also where the year turns. */
class WeekTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

    @Test
    void the_last_week_of_a_long_year_is_followed_by_the_first_of_the_next() {
        Week last = Week.of(TODAY);
        assertThat(last).hasToString("2026-W53");
        assertThat(Week.of(LocalDate.of(2027, 1, 3))).isEqualTo(last);
        assertThat(last.next()).hasToString("2027-W01");
        assertThat(last.next().monday()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(last.next().previous()).isEqualTo(last);
        assertThat(Week.of(LocalDate.of(2024, 12, 30))).hasToString("2025-W01");
    }

    @Test
    void an_address_says_the_week_and_nonsense_says_this_one() {
        assertThat(Week.asked("2026-W48", TODAY).monday()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(Week.asked("2026-W53", TODAY).monday()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(Week.asked("2027-W01", TODAY).monday()).isEqualTo(LocalDate.of(2027, 1, 4));
        for (String nonsense : new String[] {null, "", "2027-W53", "2026-W00", "2026-W54", "48", "2026-W4", "1999-W10", "<b>"}) {
            assertThat(Week.asked(nonsense, TODAY)).as(nonsense).isEqualTo(Week.of(TODAY));
        }
    }
}
