package no.omtanke.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.omtanke.form.Answers;

/** What only the writer of a report can answer. */
class OwnQuestionTest {

    @Property
    void only_the_last_four_digits_of_the_number_that_was_written_are_right(
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int number,
            @ForAll @IntRange(max = 9_999) int guess) {
        String written = ("" + number).replaceAll("(..)", "$1 ").strip();
        OwnQuestion question = OwnQuestion.of(new Answers("report-guardian", Map.of("phone", "+47 " + written)))
                .orElseThrow();
        assertThat(question.kind()).isEqualTo("phone");
        assertThat(question.isAnsweredBy(written)).isTrue();
        assertThat(question.isAnsweredBy(String.format("%04d", guess))).isEqualTo(guess == number % 10_000);
        assertThat(question.isAnsweredBy("")).isFalse();
        assertThat(question.isAnsweredBy(null)).isFalse();
    }

    @Example
    void without_a_number_it_is_the_childs_first_name_however_it_is_written() {
        OwnQuestion question = OwnQuestion.of(
                        new Answers("report-guardian", Map.of("phone", "12", "childName", " Åse-Marie Nordmann")))
                .orElseThrow();
        assertThat(question.kind()).isEqualTo("child");
        assertThat(question.isAnsweredBy("åse")).isTrue();
        assertThat(question.isAnsweredBy("ÅSE MARIE")).isTrue();
        assertThat(question.isAnsweredBy("Marie")).isFalse();
        assertThat(question.isAnsweredBy("")).isFalse();
    }

    @Example
    void a_report_that_says_neither_asks_nothing() {
        assertThat(OwnQuestion.of(new Answers("report-pupil", Map.of("whatHappened", "Noe.")))).isEmpty();
    }
}
