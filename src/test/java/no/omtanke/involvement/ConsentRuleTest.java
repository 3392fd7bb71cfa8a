package no.omtanke.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.omtanke.organization.BodyKind;
import org.junit.jupiter.api.Test;

/** Whose consent it takes, over random families, ages and answers. */
class ConsentRuleTest {

    private static final long PUPIL = 1;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Property
    void below_the_age_of_the_matter_all_guardians_and_not_the_pupil(
            @ForAll BodyKind kind, @ForAll("guardians") Set<Long> guardians, @ForAll @IntRange(max = 20) int years) {
        LocalDate birth = TODAY.minusYears(years).minusDays(1);
        Set<Long> must = ConsentRule.mustConsent(kind, birth, PUPIL, guardians, TODAY);
        assertThat(must).isEqualTo(years < kind.decidesFrom() ? guardians : Set.of(PUPIL));
    }

    @Property
    void the_pupils_word_counts_from_the_birthday_and_not_the_day_before(
            @ForAll BodyKind kind, @ForAll("guardians") Set<Long> guardians, @ForAll @IntRange(max = 6000) int days) {
        LocalDate birth = TODAY.minusDays(days);
        ConsentRule.changesOn(kind, birth, TODAY).ifPresent(day -> {
            assertThat(day).isAfter(TODAY);
            assertThat(ConsentRule.mustConsent(kind, birth, PUPIL, guardians, day)).containsExactly(PUPIL);
            assertThat(ConsentRule.mustConsent(kind, birth, PUPIL, guardians, day.minusDays(1))).isEqualTo(guardians);
            assertThat(ConsentRule.changesOn(kind, birth, day)).isEmpty();
        });
    }

    @Property
    void it_holds_only_when_everybody_who_must_has_said_yes_and_nobody_took_it_back(
            @ForAll("guardians") Set<Long> must, @ForAll("consents") List<Consent> consents) {
        boolean holds = ConsentRule.holds(must, consents, TODAY);
        boolean each = must.stream().allMatch(person -> consents.stream().anyMatch(c -> c.person() == person
                && c.state().equals("given")
                && c.until() != null
                && !c.until().isBefore(TODAY)));
        assertThat(holds).isEqualTo(!must.isEmpty() && each);
    }

    @Property
    void one_who_takes_it_back_or_says_no_is_enough_to_end_it(
            @ForAll("guardians") Set<Long> must, @ForAll("notYes") String state, @ForAll @IntRange(max = 2) int which) {
        List<Consent> all = new ArrayList<>();
        must.forEach(person -> all.add(consent(person, "given", Set.of(), TODAY)));
        if (must.isEmpty()) {
            return;
        }
        assertThat(ConsentRule.holds(must, all, TODAY)).isTrue();
        assertThat(ConsentRule.holds(must, all, TODAY.plusDays(1))).as("the last day is over").isFalse();
        Consent one = all.get(which % all.size());
        all.set(which % all.size(), consent(one.person(), state, Set.of(), TODAY));
        assertThat(ConsentRule.holds(must, all, TODAY)).isFalse();
    }

    @Property
    void what_one_of_them_keeps_out_is_kept_out_and_what_others_say_is_not_asked(
            @ForAll("guardians") Set<Long> must, @ForAll("consents") List<Consent> consents) {
        Set<String> kept = ConsentRule.keptOut(must, consents);
        for (Consent consent : consents) {
            if (must.contains(consent.person())) {
                assertThat(kept).containsAll(consent.keptOut());
            }
        }
        assertThat(kept).allMatch(kind -> consents.stream().anyMatch(c -> must.contains(c.person()) && c.keptOut().contains(kind)));
    }

    @Test
    void nobody_to_ask_is_nobody_who_agreed() {
        assertThat(ConsentRule.holds(Set.of(), List.of(), TODAY)).isFalse();
    }

    @Test
    void an_unknown_birthday_never_makes_the_pupil_decide_alone() {
        assertThat(ConsentRule.mustConsent(BodyKind.PPT, null, PUPIL, Set.of(2L), TODAY)).containsExactly(2L);
        assertThat(ConsentRule.changesOn(BodyKind.PPT, null, TODAY)).isEmpty();
    }

    @Provide
    Arbitrary<Set<Long>> guardians() {
        return Arbitraries.of(2L, 3L, 4L).set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> notYes() {
        return Arbitraries.of("asked", "refused", "silent", "withdrawn");
    }

    @Provide
    Arbitrary<List<Consent>> consents() {
        return Combinators.combine(
                        Arbitraries.of(1L, 2L, 3L, 4L),
                        Arbitraries.of("asked", "given", "given", "given", "refused", "silent", "withdrawn"),
                        Arbitraries.of(PieceKind.ids()).set().ofMaxSize(2),
                        Arbitraries.integers().between(-2, 2).map(TODAY::plusDays).injectNull(0.1))
                .as(ConsentRuleTest::consent)
                .list()
                .ofMaxSize(5);
    }

    private static Consent consent(long person, String state, Set<String> keptOut, LocalDate until) {
        return new Consent(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), person, state, keptOut, until);
    }
}
