package no.omtanke.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class StepsFileTest {

    private static final Locale NB = Locale.forLanguageTag("nb");

    @Test
    void no_cell_can_become_a_formula_or_break_out_of_its_quotes() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        Line line = new Line(
                Instant.EPOCH, null, "task", "=HYPERLINK(\"x\")", "", "Ola \"O\"; Nordmann", "", "", "", "", "", "", false,
                List.of("a", "b"));
        String file = StepsFile.of(List.of(line), new HistoryWords(messages, null, null), NB);
        assertThat(file)
                .startsWith("\uFEFF\"history.column.what\";")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"")
                .contains("\"Ola \"\"O\"\"; Nordmann\"")
                .contains("\"a | b\"");
    }
}
