package no.omtanke.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.omtanke.form.ThreeWay.Merged;
import org.junit.jupiter.api.Test;

/** Two people change one form: nobody's text is lost, and what only one changed is taken. */
class ThreeWayTest {

    private static final FormDefinition FORM = new FormDefinition("f", List.of(
            field("problem", FieldType.TEXTAREA, List.of()),
            field("goal", FieldType.TEXTFIELD, List.of()),
            field("help", FieldType.CHECKLIST, List.of()),
            field("things", FieldType.LIST, List.of(
                    field("what", FieldType.TEXTFIELD, List.of()), field("who", FieldType.SELECT, List.of())))));

    @Property(tries = 2000)
    void nobodys_text_is_ever_lost(@ForAll("forms") Typed base, @ForAll("forms") Typed hers, @ForAll("forms") Typed mine) {
        Merged merged = ThreeWay.merge(FORM, base, hers, mine);
        Set<String> before = texts(base);
        for (String text : texts(hers)) {
            assertThat(before.contains(text) || texts(merged.typed()).contains(text))
                    .as("her new text %s", text)
                    .isTrue();
        }
        for (String text : texts(mine)) {
            boolean shown = merged.clashes().stream()
                    .anyMatch(unit -> ThreeWay.slice(mine, unit).values().stream().anyMatch(v -> v.contains(text)));
            assertThat(before.contains(text) || shown || texts(merged.typed()).contains(text))
                    .as("my new text %s", text)
                    .isTrue();
        }
    }

    @Property(tries = 500)
    void without_what_both_began_from_every_difference_is_kept_or_shown(
            @ForAll("forms") Typed hers, @ForAll("forms") Typed mine) {
        Merged merged = ThreeWay.merge(FORM, null, hers, mine);
        assertThat(texts(merged.typed())).containsAll(texts(hers));
        for (String text : texts(mine)) {
            boolean shown = merged.clashes().stream()
                    .anyMatch(unit -> ThreeWay.slice(mine, unit).values().stream().anyMatch(v -> v.contains(text)));
            assertThat(shown || texts(merged.typed()).contains(text)).isTrue();
        }
    }

    @Property
    void who_is_alone_gets_exactly_what_was_typed(@ForAll("forms") Typed base, @ForAll("forms") Typed mine) {
        Merged merged = ThreeWay.merge(FORM, base, base, mine);
        assertThat(merged.clashes()).isEmpty();
        FORM.all().forEach(f -> assertThat(ThreeWay.slice(merged.typed(), f.key())).isEqualTo(ThreeWay.slice(mine, f.key())));
    }

    @Test
    void what_only_one_changed_is_taken_and_what_both_changed_is_named() {
        Typed base = typed("problem", "a", "goal", "b", "things[0].what", "c", "things[0].who", "1");
        Typed hers = typed("problem", "A", "goal", "b", "things[0].what", "C", "things[0].who", "1");
        Typed mine = typed("problem", "Å", "goal", "B", "things[0].what", "c", "things[0].who", "2");
        Merged merged = ThreeWay.merge(FORM, base, hers, mine);
        assertThat(merged.clashes()).containsExactly("problem");
        assertThat(merged.typed()).isEqualTo(
                typed("problem", "A", "goal", "B", "things[0].what", "C", "things[0].who", "2"));
    }

    @Test
    void items_that_both_added_stand_after_one_another() {
        Typed base = typed("things[0].what", "c");
        Typed hers = typed("things[0].what", "c", "things[1].what", "hers");
        Typed mine = typed("things[0].what", "c", "things[1].what", "mine", "things[2].what", "");
        Merged merged = ThreeWay.merge(FORM, base, hers, mine);
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.typed().text("things[1].what")).isEqualTo("hers");
        assertThat(merged.typed().text("things[2].what")).isEqualTo("mine");
        assertThat(merged.typed().items("things")).as("the one I just opened too").isEqualTo(4);
    }

    @Test
    void a_list_that_one_shortened_and_the_other_changed_is_shown_whole() {
        Typed base = typed("things[0].what", "a", "things[1].what", "b");
        Typed hers = typed("things[0].what", "b");
        Typed mine = typed("things[0].what", "a", "things[1].what", "B");
        assertThat(ThreeWay.merge(FORM, base, hers, mine).clashes()).containsExactly("things");
        assertThat(ThreeWay.merge(FORM, base, hers, base).typed().items("things")).isEqualTo(1);
    }

    @Provide
    Arbitrary<Typed> forms() {
        Arbitrary<String> text = Arbitraries.of("", "p", "q", "r", "s", "t", "u");
        Arbitrary<List<List<String>>> items = text.list().ofSize(2).list().ofMaxSize(4);
        return Combinators.combine(text, text, text.list().ofMaxSize(3), items).as((problem, goal, help, things) -> {
            Map<String, List<String>> values = new HashMap<>();
            values.put("problem", List.of(problem));
            values.put("goal", List.of(goal));
            values.put("help", help);
            for (int i = 0; i < things.size(); i++) {
                values.put("things[" + i + "].what", List.of(things.get(i).get(0) + (things.get(i).get(0).isEmpty() ? "" : i)));
                values.put("things[" + i + "].who", List.of(things.get(i).get(1)));
            }
            return Typed.of(values, Set.of());
        });
    }

    private static Set<String> texts(Typed typed) {
        Set<String> texts = new java.util.HashSet<>();
        typed.values().values().forEach(list -> list.stream().filter(t -> !t.isBlank()).forEach(texts::add));
        return texts;
    }

    private static Typed typed(String... pairs) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], List.of(pairs[i + 1]));
        }
        return Typed.of(values, Set.of());
    }

    private static FormField field(String key, FieldType type, List<FormField> children) {
        return new FormField(
                key, type, key, null, Limits.NONE,
                new ArrayList<>(), null, Map.of(), 1, children, 0);
    }
}
