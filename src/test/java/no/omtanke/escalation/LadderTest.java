package no.omtanke.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.omtanke.casefile.CaseEvent;

/** Ladders read from a case's timeline. */
class LadderTest {

    private static final List<String> CAUSES = List.of("family", "staff", "deadline", "age", "joining");

    @Property
    void a_case_has_one_ladder_at_a_time(@ForAll("timelines") List<CaseEvent> timeline) {
        List<Ladder> ladders = Ladder.of(timeline);
        assertThat(ladders.stream().filter(Ladder::running).count()).isLessThanOrEqualTo(1);
        if (!ladders.isEmpty()) {
            assertThat(ladders.subList(0, ladders.size() - 1)).noneMatch(Ladder::running);
        }
        assertThat(ladders).allSatisfy(ladder -> assertThat(ladder.grounds()).isNotEmpty());
        long grounds = timeline.stream().filter(e -> e.kind().startsWith("lifted-by-")).count();
        assertThat(ladders.stream().mapToInt(l -> l.grounds().size()).sum()).isEqualTo((int) grounds);
    }

    @Property
    void whoever_said_something_waits_until_somebody_answers(@ForAll("timelines") List<CaseEvent> timeline) {
        List<CaseEvent> answered = new ArrayList<>(timeline);
        answered.add(event("lifted-by-family", timeline.size(), null));
        assertThat(last(answered).wordsWait()).isTrue();
        answered.add(event("lift-answered", timeline.size(), "leadership"));
        assertThat(last(answered).wordsWait()).isFalse();
    }

    @Example
    void who_has_it_is_whom_it_reached_last_and_an_answer_counts_until_the_next_has_it() {
        List<CaseEvent> said = new ArrayList<>(List.of(
                event("lifted-by-deadline", 0, null), event("lifted-to", 1, "leadership"), event("lift-answered", 2, "leadership")));
        assertThat(last(said).rung()).isEqualTo(Rung.LEADERSHIP);
        assertThat(last(said).answered()).isTrue();
        said.add(event("lifted-to", 3, "school-owner"));
        assertThat(last(said).rung()).isEqualTo(Rung.OWNER);
        assertThat(last(said).answered()).isFalse();
    }

    /** Every kind of step and every cause is told on the case's page, in its history and on the family's page. */
    @Example
    void everything_that_happens_on_a_ladder_has_words() throws IOException {
        String page = words("worklist");
        String history = words("history");
        Stream.concat(
                        CAUSES.stream().map(Ground.KIND::concat),
                        Stream.of(Ladder.What.values()).map(Ladder.What::kind))
                .forEach(kind -> {
                    assertThat(page).contains("\nworklist.event." + kind + "=");
                    assertThat(history).contains("\nhistory.event." + kind + "=");
                });
        String family = words("portal");
        CAUSES.stream()
                .filter(cause -> !cause.equals("joining"))
                .forEach(cause -> assertThat(family).contains("\nmy.lift.why." + cause + "="));
        Stream.of(Rung.values()).filter(r -> r != Rung.NONE).forEach(rung -> {
            assertThat(family).contains("\nmy.lift.rung." + rung.code() + "=");
            assertThat(page).contains("\nworklist.level." + rung.code() + "=");
        });
    }

    private static String words(String bundle) throws IOException {
        return Files.readString(Path.of("src/main/resources/messages", bundle + "_nb.properties"));
    }

    private static Ladder last(List<CaseEvent> timeline) {
        List<Ladder> all = Ladder.of(timeline);
        return all.get(all.size() - 1);
    }

    private static CaseEvent event(String kind, int second, String to) {
        return new CaseEvent(
                Instant.ofEpochSecond(1_800_000_000L + second), kind, null, to == null ? Map.of() : Map.of("to", to));
    }

    @Provide
    Arbitrary<List<CaseEvent>> timelines() {
        Arbitrary<String> kinds = Arbitraries.of(
                "opened", "lifted-by-family", "lifted-by-deadline", "lifted-by-age", "lifted-by-joining", "lifted-to", "lift-answered", "lift-joined",
                "lift-unanswered", "order-given", "order-done", "lift-settled", "closed");
        return kinds.list().ofMaxSize(30).map(list -> IntStream.range(0, list.size())
                .mapToObj(i -> event(list.get(i), i, list.get(i).equals("lifted-to") ? "leadership" : null))
                .toList());
    }
}
