package no.omtanke.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The table that says who is next: whatever is asked of it, it ends, never goes down, and never comes to somebody who is accused. */
class LadderTableTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TABLE = table();
    private static final Set<Rung> THE_SCHOOL_S = Set.of(Rung.CONTACT_TEACHER, Rung.LEADERSHIP);

    private static DmnDecision table() {
        try (InputStream in = Files.newInputStream(Path.of("bpmn/escalation/ladder.dmn"))) {
            return ENGINE.parseDecision("ladder", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rung next(Rung rung, String wanted, String cause, String accused) {
        return Rung.of(ENGINE.evaluateDecisionTable(
                        TABLE, Map.of("rung", rung.code(), "wanted", wanted, "cause", cause, "accused", accused))
                .getSingleEntry());
    }

    /** As the model walks: up to the first rung on which somebody can take it, and on when they are silent, to the end. */
    private static List<Rung> walk(Rung from, String wanted, String cause, String accused, Set<Rung> held) {
        List<Rung> reached = new ArrayList<>();
        Rung now = from;
        for (int i = 0; i < 10 && now != Rung.STATSFORVALTER; i++) {
            now = next(now, wanted, cause, accused);
            if (!THE_SCHOOL_S.contains(now) || held.contains(now)) {
                reached.add(now);
            }
        }
        return reached;
    }

    @Property
    void it_always_ends_with_the_owner_and_then_the_way_to_statsforvalteren(
            @ForAll("rungs") Rung from,
            @ForAll("wanted") String wanted,
            @ForAll("causes") String cause,
            @ForAll("accused") String accused,
            @ForAll Set<Rung> held) {
        List<Rung> walked = walk(from, wanted, cause, accused, held);
        assertThat(walked).endsWith(Rung.STATSFORVALTER).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        assertThat(walked).isSorted();
        if (from != Rung.OWNER) {
            assertThat(walked).contains(Rung.OWNER);
        }
    }

    @Property
    void it_never_goes_down_and_never_stays(
            @ForAll("rungs") Rung from, @ForAll("wanted") String wanted, @ForAll("causes") String cause, @ForAll("accused") String accused) {
        assertThat(next(from, wanted, cause, accused)).isGreaterThan(from);
    }

    @Property
    void where_a_leader_is_accused_it_goes_straight_to_the_owner(
            @ForAll("rungs") Rung from, @ForAll("wanted") String wanted, @ForAll("causes") String cause, @ForAll Set<Rung> held) {
        assertThat(walk(from, wanted, cause, "leader", held)).doesNotContain(Rung.CONTACT_TEACHER, Rung.LEADERSHIP);
    }

    @Property
    void a_rung_that_nobody_can_hold_is_never_reached(
            @ForAll("rungs") Rung from, @ForAll("wanted") String wanted, @ForAll("causes") String cause, @ForAll("accused") String accused) {
        assertThat(walk(from, wanted, cause, accused, Set.of())).doesNotContain(Rung.CONTACT_TEACHER, Rung.LEADERSHIP);
    }

    @Property
    void whoever_is_asked_for_answers_unless_they_have_had_it(@ForAll("accused") String accused, @ForAll("wanted") String wanted) {
        if (!accused.equals("leader") && !wanted.equals("any")) {
            assertThat(next(Rung.NONE, wanted, "family", accused).code()).isEqualTo(wanted);
        }
    }

    @Example
    void a_case_that_is_old_is_the_owner_s() {
        assertThat(next(Rung.NONE, "any", "age", "none")).isEqualTo(Rung.OWNER);
        assertThat(next(Rung.STATSFORVALTER, "any", "family", "none")).isEqualTo(Rung.STATSFORVALTER);
    }

    @Provide
    Arbitrary<Rung> rungs() {
        return Arbitraries.of(Rung.NONE, Rung.CONTACT_TEACHER, Rung.LEADERSHIP, Rung.OWNER);
    }

    @Provide
    Arbitrary<String> wanted() {
        return Arbitraries.of("any", "contact-teacher", "leadership", "school-owner");
    }

    @Provide
    Arbitrary<String> causes() {
        return Arbitraries.of("family", "staff", "deadline", "age");
    }

    @Provide
    Arbitrary<String> accused() {
        return Arbitraries.of("none", "pupil", "employee", "leader", "unknown");
    }
}
