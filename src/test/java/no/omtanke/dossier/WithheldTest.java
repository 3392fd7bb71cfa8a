package no.omtanke.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import org.junit.jupiter.api.Test;

/** Words that may not leave do not leave by what was made of them. */
class WithheldTest {

    private static final UUID PUPIL = new UUID(1, 1);

    private static Entry entry(Map<String, Object> answers, UUID about) {
        return new Entry(
                UUID.randomUUID(), "guardian-view", 1L, "guardian", about, null, Instant.EPOCH, true, Set.of(),
                new Answers("guardian-view", answers).toJson(), null);
    }

    @Property
    void a_long_text_is_found_wherever_it_was_put(@ForAll @AlphaChars @StringLength(min = 15, max = 60) String words, @ForAll String around) {
        Withheld withheld = Withheld.of(List.of(entry(Map.of("comment", words), PUPIL)), List.of());
        assertThat(withheld.shown(around + words + around, "–")).isEqualTo("–");
    }

    @Test
    void a_short_text_is_found_as_a_whole_line_and_not_inside_other_words() {
        Withheld withheld = Withheld.of(List.of(entry(Map.of("view", "disagree", "reason", "slem"), PUPIL)), List.of());
        assertThat(withheld.shown("slem", "–")).isEqualTo("–");
        assertThat(withheld.shown("Enig\nslem", "–")).isEqualTo("–");
        assertThat(withheld.shown("Han er ikke slem.", "–")).isEqualTo("Han er ikke slem.");
        assertThat(withheld.shown(null, "–")).isNull();
    }

    @Test
    void what_may_leave_is_not_withheld_and_lists_are_looked_through() {
        Entry open = entry(Map.of("comment", "Dette kan sendes til alle."), PUPIL);
        Entry closed = entry(Map.of("items", List.of(Map.of("what", "Dette skal aldri ut av huset."))), PUPIL);
        Withheld withheld = Withheld.of(List.of(open, closed), List.of(open));
        assertThat(withheld.shown("Dette kan sendes til alle.", "–")).isEqualTo("Dette kan sendes til alle.");
        assertThat(withheld.shown("Dette skal aldri ut av huset.", "–")).isEqualTo("–");
    }

    @Test
    void letters_of_a_pupil_stay_when_one_of_the_pieces_about_that_pupil_does() {
        Withheld withheld = Withheld.of(List.of(entry(Map.of("comment", "x"), PUPIL)), List.of());
        assertThat(withheld.isIn(PUPIL)).isTrue();
        assertThat(withheld.isIn(new UUID(1, 2))).isFalse();
        assertThat(Withheld.of(List.of(), List.of()).isIn(PUPIL)).isFalse();
    }
}
