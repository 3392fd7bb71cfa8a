package no.omtanke.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the quality gate, by example and for any plan. */
class QualityGateTest {

    /** What is about the whole plan and what a further measure may answer: nothing else ever does. */
    private static final Set<String> ANSWERED_BY_A_MEASURE = Set.of("no-measures", "only-about-the-pupil");

    private static final String CLEAR = "Marta står ved porten fra 8.15 og går inn sammen med eleven.";

    @Provide
    Arbitrary<PlanContent> plans() {
        return AnyPlan.plans();
    }

    @Provide
    Arbitrary<Measure> measures() {
        return AnyPlan.measures();
    }

    @Property
    void adding_a_measure_never_hides_what_was_found_in_another(
            @ForAll("plans") PlanContent plan, @ForAll("measures") Measure more) {
        List<Finding> before = look(plan).stream().filter(f -> f.measure() != null).toList();

        assertThat(look(AnyPlan.adding(plan, more))).containsAll(before);
    }

    @Property
    void a_finding_about_the_whole_plan_goes_only_when_the_new_measure_is_what_it_asked_for(
            @ForAll("plans") PlanContent plan, @ForAll("measures") Measure more) {
        List<Finding> after = look(AnyPlan.adding(plan, more));

        look(plan).stream().filter(f -> f.measure() == null && !after.contains(f)).forEach(gone -> {
            assertThat(gone.rule()).isIn(ANSWERED_BY_A_MEASURE);
            if (gone.rule().equals("only-about-the-pupil")) {
                assertThat(more.target()).isNotEqualTo(Target.PUPIL);
            }
        });
    }

    @Property
    void every_finding_names_a_measure_of_the_plan_or_the_plan_as_a_whole(@ForAll("plans") PlanContent plan) {
        List<Integer> numbers = plan.measures().stream().map(Measure::number).toList();

        assertThat(look(plan)).allSatisfy(finding -> {
            if (finding.measure() != null) {
                assertThat(finding.measure()).isIn(numbers);
            }
        });
    }

    @Property
    void a_measure_is_judged_by_itself_wherever_it_stands(
            @ForAll("plans") PlanContent plan, @ForAll("measures") Measure more) {
        PlanContent alone = AnyPlan.adding(plan.with(List.of()), more);
        PlanContent last = AnyPlan.adding(plan, more);

        assertThat(rulesOf(look(last), last.measures().size())).isEqualTo(rulesOf(look(alone), 1));
    }

    @Property
    void looking_twice_finds_the_same(@ForAll("plans") PlanContent plan) {
        assertThat(look(plan)).isEqualTo(look(plan));
    }

    @Test
    void a_good_plan_passes() {
        assertThat(look(good())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Følge med",
                "Vi skal ha ekstra fokus på eleven.",
                "De voksne skal være obs på situasjonen.",
                "Tett oppfølging av eleven ved behov",
                "Skolen skal jobbe med klassemiljøet fortløpende",
                "Vere obs på miljøet",
                "Keep an eye on the pupil"
            })
    void what_nobody_could_check_tomorrow_is_not_concrete(String what) {
        assertThat(rules(saying(what, Target.ENVIRONMENT))).containsExactly("nothing-concrete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLEAR,
                "Kontaktlæreren setter gruppene i alle fag til jul.",
                "Miljøarbeideren er på fotballbanen i storefri mandag og torsdag og organiserer lagene.",
                "Klassens time onsdag: læreren og klassen lager regler for hvem som er med.",
                "Læraren møter eleven i garderoben kvar morgon kl. 8.10."
            })
    void what_says_who_does_what_where_is_concrete(String what) {
        assertThat(rules(saying(what, Target.ENVIRONMENT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eleven flyttes til parallellklassen fra mandag av.",
                "Hun skal være inne i friminuttene på biblioteket med assistenten.",
                "Han får eget grupperom i matematikktimene mandag og tirsdag.",
                "Eleven tas ut av timen når det blir bråk i gruppa hans.",
                "Eleven skal halde seg unna fotballbanen i storefri denne veka."
            })
    void the_pupil_who_was_hurt_does_not_carry_the_burden(String what) {
        assertThat(rules(saying(what, Target.PUPIL))).contains("burdens-the-pupil");
        assertThat(rules(saying(what, Target.OTHERS))).doesNotContain("burdens-the-pupil");
    }

    @Test
    void every_day_of_the_summer_holiday_is_no_day_at_all() {
        Circumstances summer = new Circumstances(
                AnyPlan.TODAY, AnyPlan.TODAY.plusDays(7), Set.of(1L), true, day -> day.getMonthValue() != 7);
        Measure july = measure(CLEAR, Target.OTHERS, LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 31), 1L);

        assertThat(QualityGate.look(good().with(List.of(july)), summer))
                .contains(new Finding("no-school-day", 1));
    }

    @Test
    void sixty_measures_are_more_than_anyone_can_keep() {
        List<Measure> sixty = new ArrayList<>();
        PlanContent plan = good().with(sixty);
        for (int i = 0; i < 60; i++) {
            plan = AnyPlan.adding(plan, good().measures().get(0));
        }

        assertThat(rules(plan)).containsExactly("too-many");
    }

    @Test
    void an_evaluation_before_the_measure_begins_and_an_owner_from_another_school_are_named() {
        Measure late = measure(CLEAR, Target.OTHERS, AnyPlan.TODAY.plusDays(10), AnyPlan.TODAY.plusDays(20), 99L);

        assertThat(look(good().with(List.of(late))))
                .containsExactlyInAnyOrder(
                        new Finding("evaluated-before-it-begins", 1), new Finding("owner-elsewhere", 1));
    }

    @Test
    void missing_owner_and_dates_and_evaluation_are_named() {
        Measure bare = measure(CLEAR, Target.OTHERS, null, null, null);
        PlanContent plan = new PlanContent(
                "Problemet", good().pupil(), List.of(), "Mål", null, List.of(), null, List.of(bare));

        assertThat(look(plan))
                .containsExactlyInAnyOrder(
                        new Finding("no-evaluation", null), new Finding("no-owner", 1), new Finding("no-date", 1));
    }

    @Test
    void only_about_the_pupil_is_accepted_with_a_reason() {
        PlanContent plan = good().with(List.of(measure(
                CLEAR, Target.PUPIL, AnyPlan.TODAY, AnyPlan.TODAY.plusDays(20), 1L)));
        PlanContent explained = new PlanContent(
                plan.problem(), plan.pupil(), List.of(), plan.goal(), "Ingen andre var der.", List.of(),
                plan.evaluation(), plan.measures());

        assertThat(rules(plan)).containsExactly("only-about-the-pupil");
        assertThat(rules(explained)).isEmpty();
    }

    private static List<String> rulesOf(List<Finding> findings, int number) {
        return findings.stream()
                .filter(f -> f.measure() != null && f.measure() == number)
                .map(Finding::rule)
                .toList();
    }

    private static List<String> rules(PlanContent plan) {
        return look(plan).stream().map(Finding::rule).toList();
    }

    private static List<Finding> look(PlanContent plan) {
        return QualityGate.look(plan, AnyPlan.monday());
    }

    private static PlanContent saying(String what, Target target) {
        Measure other = measure(CLEAR, Target.GROUP, AnyPlan.TODAY, AnyPlan.TODAY.plusDays(30), 2L);
        Measure said = measure(what, target, AnyPlan.TODAY, AnyPlan.TODAY.plusDays(30), 1L);
        return AnyPlan.adding(good().with(List.of(said)), other);
    }

    private static PlanContent good() {
        return new PlanContent(
                "Stenges ute i friminuttene.",
                new PupilsPart(true, AnyPlan.TODAY, "Jeg er alene hver dag.", true, "yes", "", ""),
                List.of(),
                "Noen å være sammen med hvert friminutt.",
                null,
                List.of(),
                AnyPlan.TODAY.plusDays(7),
                List.of(measure(CLEAR, Target.OTHERS, AnyPlan.TODAY, AnyPlan.TODAY.plusDays(30), 1L)));
    }

    private static Measure measure(String what, Target target, LocalDate from, LocalDate to, Long owner) {
        return new Measure(
                UUID.randomUUID(), 1, what, null, target, from, to, Often.DAILY, owner, null, null, null, null, null);
    }
}
