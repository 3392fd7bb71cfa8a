package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.NB;
import static no.omtanke.form.Trial.answers;
import static no.omtanke.form.Trial.complete;
import static no.omtanke.form.Trial.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Forms forms = Trial.forms(Trial.small());
    private final Reading reading = new Reading(Trial.small(), Trial.TEXTS, new ErrorTexts());

    private List<String> values(Answers answers, String key, Locale locale) {
        return reading.read(FORM, answers, locale).stream()
                .filter(answer -> answer.key().equals(key))
                .map(ReadAnswer::values)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersAreReadInWords() {
        Answers answers = answers(forms.check(
                FORM,
                null,
                complete(
                        "where",
                        "break",
                        "where",
                        "online",
                        "when",
                        "2026-11-23",
                        "when.time",
                        "13:30",
                        "day",
                        "2026-11-24",
                        "hour",
                        "09:05",
                        "callMe",
                        "true",
                        "pupil",
                        "7",
                        "others[0].other",
                        "8",
                        "others[0].role",
                        "witness"),
                context()));
        assertThat(values(answers, "where", NB)).containsExactly("I friminuttet", "På nett");
        assertThat(values(answers, "when", NB)).containsExactly("mandag 23. november 2026 kl. 13.30");
        assertThat(values(answers, "when", Locale.ENGLISH)).containsExactly("Monday 23 November 2026 at 13:30");
        assertThat(values(answers, "when", Locale.forLanguageTag("nn")))
                .containsExactly("måndag 23. november 2026 kl. 13.30");
        assertThat(values(answers, "hour", NB)).containsExactly("kl. 09.05");
        assertThat(values(answers, "callMe", NB)).containsExactly("Ja");
        assertThat(values(answers, "pupil", NB)).containsExactly("Áilu Østby (6A)");
        assertThat(values(answers, "others", NB)).containsExactly("Elev: Mona Li (6A)\nRolle: Vitne");
    }

    @Test
    void anAnswerWhoseQuestionIsGoneIsStillRead() {
        Answers old = new Answers("trial", Map.of("oldQuestion", "Svar", "where", List.of("attic")));
        assertThat(reading.read(FORM, old, NB))
                .containsExactly(
                        new ReadAnswer("where", "Hvor?", List.of("attic"), 1),
                        new ReadAnswer("oldQuestion", "oldQuestion", List.of("Svar"), 0));
    }

    @Property(tries = 200)
    void storedAnswersComeBackAsTheyWere(
            @ForAll String text, @ForAll BigDecimal number, @ForAll boolean yes, @ForAll List<String> list) {
        String clean = Clean.text(text);
        List<String> cleanList = list.stream().map(Clean::text).toList();
        Answers answers = new Answers(
                "trial",
                Map.of("a", clean, "b", number, "c", yes, "d", cleanList, "e", List.of(Map.of("f", clean, "g", yes))));
        assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
    }
}
