package no.omtanke.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.omtanke.OmtankeTest;
import no.omtanke.process.DecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When absence is followed up, as the table has it. */
@OmtankeTest
class ThresholdsTest {

    @Autowired
    DecisionTables tables;

    /** Each threshold a day or an hour before it is reached, and when it is. */
    @ParameterizedTest
    @CsvSource({
        "5, 11, 2, 3, 2, 7, 14,",
        "6,  0, 0, 0, 0, 0,  0, days",
        "0, 12, 0, 0, 0, 0,  0, hours",
        "0,  0, 3, 0, 0, 0,  0, unexcused",
        "0,  0, 0, 4, 0, 0,  0, weekday",
        "0,  0, 0, 0, 3, 0,  0, after-free",
        "0,  0, 0, 0, 0, 8,  0, single-lessons",
        "0,  0, 0, 0, 0, 0, 15, year"
    })
    void a_threshold_is_reached_exactly_there(
            int days, int hours, int unexcused, int weekday, int free, int single, int year, String reached) {
        assertThat(reached(new AbsenceCount(days, hours, unexcused, weekday, free, single, year)))
                .isEqualTo(reached == null ? List.of() : List.of(reached));
    }

    /** Whatever is counted, each threshold answers for itself and once: none hides another, none is missing. */
    @Test
    void every_combination_has_its_answer() {
        for (int which = 0; which < 1 << 7; which++) {
            int[] figures = {5, 11, 2, 3, 2, 7, 14};
            List<String> names = List.of("days", "hours", "unexcused", "weekday", "after-free", "single-lessons", "year");
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < figures.length; i++) {
                if ((which >> i & 1) == 1) {
                    figures[i]++;
                    expected.add(names.get(i));
                }
            }
            assertThat(reached(new AbsenceCount(
                            figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6])))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<String> reached(AbsenceCount count) {
        return tables.ask("absence-thresholds", "threshold", count.named());
    }
}
