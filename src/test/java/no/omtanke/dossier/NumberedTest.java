package no.omtanke.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.Entry;

/** The numbers of a package's documents. */
class NumberedTest {

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<Instant> at = Arbitraries.longs().between(0, 5).map(Instant::ofEpochSecond);
        Arbitrary<Item> written = Combinators.combine(
                        Arbitraries.of("report-guardian", "hear-pupil", "conclude", "investigate"), at)
                .as((form, when) -> new Item.Written(new Entry(
                        UUID.randomUUID(), form, 1L, "staff", null, null, when, false, Set.of(), "{}", null)));
        Arbitrary<Item> kept = at.map(when -> new Item.Kept(
                new Attachment(UUID.randomUUID(), null, "fil.pdf", "application/pdf", 10, "plan", null, ""), null, when, null));
        return Arbitraries.oneOf(written, kept, Arbitraries.just((Item) new Item.Course())).list().ofMaxSize(40).uniqueElements(Item::key);
    }

    @Property
    void numbers_run_from_one_without_gaps_over_what_is_taken_and_nothing_else(
            @ForAll("items") List<Item> items, @ForAll Random random) {
        Set<String> taken = items.stream().map(Item::key).filter(key -> random.nextBoolean()).collect(Collectors.toSet());
        List<Numbered> numbered = Numbered.of(Gathering.inOrder(items), taken);
        assertThat(numbered).extracting(Numbered::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, taken.size()).boxed().toList());
        assertThat(numbered).extracting(n -> n.item().key()).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Property
    void the_order_does_not_depend_on_how_the_case_was_gathered(@ForAll("items") List<Item> items, @ForAll Random random) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        assertThat(Gathering.inOrder(shuffled)).isEqualTo(Gathering.inOrder(items));
        assertThat(Gathering.inOrder(items)).extracting(Item::section).isSorted();
    }

    @Property
    void names_of_files_sort_as_their_numbers_do(@ForAll @IntRange(min = 1, max = 1200) int highest, @ForAll Random random) {
        int a = random.nextInt(highest + 1);
        int b = random.nextInt(highest + 1);
        assertThat(Integer.signum(Numbered.padded(a, highest).compareTo(Numbered.padded(b, highest))))
                .isEqualTo(Integer.signum(Integer.compare(a, b)));
        assertThat(Numbered.padded(a, highest)).hasSizeGreaterThanOrEqualTo(2);
    }
}
