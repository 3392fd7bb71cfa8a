package no.omtanke.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The library of measures: what it begins with is as concrete as it asks others to be. */
@OmtankeTest
class MeasureExamplesTest {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    @Autowired
    MeasureExamples examples;

    @Autowired
    TestTown towns;

    @Test
    void every_example_is_concrete_and_burdens_nobody_who_was_hurt() {
        for (String language : LANGUAGES) {
            examples.all(language).values().stream().flatMap(List::stream).forEach(e -> {
                assertThat(VagueWords.saysNothing(e.what())).as("vague: " + e.what()).isFalse();
                assertThat(VagueWords.burdens(e.what())).as("burdens: " + e.what()).isFalse();
                assertThat(e.why()).as(e.what()).isNotBlank();
                assertThat(e.listText() == null || e.listText().length() <= 200).as(e.listText()).isTrue();
            });
        }
    }

    @Test
    void every_kind_has_at_least_three_in_each_language_and_most_are_for_others_than_the_pupil() {
        for (String language : LANGUAGES) {
            Map<String, List<MeasureExample>> all = examples.all(language);
            assertThat(all.keySet()).containsExactlyElementsOf(MeasureExamples.KINDS);
            all.forEach((kind, some) -> {
                assertThat(some).as(kind).hasSizeGreaterThanOrEqualTo(3);
                assertThat(some.stream().filter(e -> e.target() == Target.PUPIL).count())
                        .as(kind)
                        .isLessThanOrEqualTo(some.size() / 3);
            });
        }
    }

    @Test
    void the_second_of_two_who_change_the_same_example_is_refused() {
        Town town = towns.found();
        Reader owner = towns.reader(town.owner());
        WrittenExample written = new WrittenExample(
                "Rektor står i døra hver morgen fra 8.15.", "", "adults", "daily", "", true);
        long id = examples.add(owner, "class", "nb", written);
        MeasureExample first = examples.find(id).orElseThrow();
        assertThat(first.why()).isNull();
        assertThat(examples.all("nb").get("class")).doesNotContain(first);

        assertThat(examples.change(owner, id, first.revision(), written)).isTrue();
        assertThat(examples.change(owner, id, first.revision(), written)).isFalse();
        assertThat(examples.find(id).orElseThrow().changedBy()).isEqualTo(town.owner());
    }
}
