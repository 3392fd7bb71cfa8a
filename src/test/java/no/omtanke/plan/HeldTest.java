package no.omtanke.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which version of a plan held at a moment. */
class HeldTest {

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    /** Versions that followed each other, the last perhaps still holding. */
    @Provide
    Arbitrary<List<Held>> histories() {
        return Arbitraries.longs().between(1, 10).list().ofMinSize(1).ofMaxSize(8).map(lengths -> {
            List<Held> versions = new ArrayList<>();
            long begins = 0;
            for (int i = 0; i < lengths.size(); i++) {
                long ends = begins + lengths.get(i);
                versions.add(new Held(i + 1, at(begins), i == lengths.size() - 1 && ends % 2 == 0 ? null : at(ends)));
                begins = ends;
            }
            return versions;
        });
    }

    @Property
    void at_every_moment_exactly_the_version_held_that_had_begun_and_was_not_replaced(
            @ForAll("histories") List<Held> versions) {
        for (long second = -1; second < 90; second++) {
            Instant moment = at(second);
            Optional<Integer> expected = versions.stream()
                    .filter(v -> !moment.isBefore(v.since()) && (v.until() == null || moment.isBefore(v.until())))
                    .map(Held::version)
                    .findFirst();
            assertThat(Held.at(versions, moment)).isEqualTo(expected);
        }
    }

    @Test
    void before_the_first_and_after_the_end_none_held() {
        List<Held> versions = List.of(new Held(1, at(10), at(20)), new Held(3, at(20), at(30)));
        assertThat(Held.at(versions, at(9))).isEmpty();
        assertThat(Held.at(versions, at(10))).contains(1);
        assertThat(Held.at(versions, at(20))).contains(3);
        assertThat(Held.at(versions, at(30))).isEmpty();
    }

    @Test
    void a_provisional_version_that_gives_way_at_once_does_not_count() {
        assertThat(Held.at(List.of(new Held(1, at(10), at(10)), new Held(2, at(10), null)), at(10))).contains(2);
    }
}
