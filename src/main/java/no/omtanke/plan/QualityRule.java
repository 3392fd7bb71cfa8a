package no.omtanke.plan;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The named rules of the quality gate: what the ombud finds wrong with plans. Each looks at the plan and answers with what it found;
 * the words and the hint stand in the message bundles under the rule's name.
 */
enum QualityRule {
    /** A plan promises something that is done. */
    NO_MEASURES((plan, now) -> whole(plan.measures().isEmpty())),
    /** «Too vague»: nobody could see tomorrow whether it was done. */
    NOTHING_CONCRETE((plan, now) -> each(plan, m -> VagueWords.saysNothing(m.what()))),
    /** «Unclear who does what». */
    NO_OWNER((plan, now) -> each(plan, m -> m.owner() == null)),
    OWNER_ELSEWHERE((plan, now) -> each(plan, m -> m.owner() != null && !now.staff().contains(m.owner()))),
    SUBSTITUTE_ELSEWHERE(
            (plan, now) -> each(plan, m -> m.substitute() != null && !now.staff().contains(m.substitute()))),
    NO_DATE((plan, now) -> each(plan, m -> m.from() == null || m.to() == null)),
    DATES_REVERSED((plan, now) -> each(plan, m -> dated(m) && m.to().isBefore(m.from()))),
    /** Such as every day of the summer holiday. */
    NO_SCHOOL_DAY((plan, now) -> each(
            plan, m -> dated(m) && !m.to().isBefore(m.from()) && Occurrences.first(m, now.schoolDay()).isEmpty())),
    ALREADY_OVER((plan, now) -> each(plan, m -> dated(m) && !m.to().isBefore(m.from()) && m.to().isBefore(now.today()))),
    EVALUATED_BEFORE_IT_BEGINS((plan, now) -> each(plan, m -> {
        LocalDate judged = m.evaluation() != null ? m.evaluation() : plan.evaluation();
        return judged != null && m.from() != null && !judged.isAfter(m.from());
    })),
    NO_EVALUATION((plan, now) -> whole(plan.evaluation() == null)),
    /** «They drag on». */
    EVALUATION_TOO_LATE(
            (plan, now) -> whole(plan.evaluation() != null && plan.evaluation().isAfter(now.lastEvaluation()))),
    EVALUATION_PASSED((plan, now) -> whole(plan.evaluation() != null && plan.evaluation().isBefore(now.today()))),
    /** «Mostly about the bullied pupil»: something for the others or the environment, or a reason. */
    ONLY_ABOUT_THE_PUPIL((plan, now) -> whole(!plan.measures().isEmpty()
            && plan.measures().stream().allMatch(m -> m.target() == Target.PUPIL)
            && blank(plan.onlyPupilReason()))),
    /** Moved, kept inside, kept away: the one who was bullied carries the burden. */
    BURDENS_THE_PUPIL((plan, now) -> each(plan, m -> m.target() == Target.PUPIL && VagueWords.burdens(m.what()))),
    /** «The pupil is not in the meetings» [law § 10-2]. */
    PUPIL_NOT_HEARD((plan, now) -> whole(plan.pupil() == null
            || (plan.pupil().heard() ? blank(plan.pupil().words()) : blank(plan.pupil().reason())))),
    /** A plan that nobody can keep. */
    TOO_MANY((plan, now) -> whole(plan.measures().size() > QualityGate.MOST_MEASURES)),
    PUPIL_HAS_LEFT((plan, now) -> whole(!now.pupilIsHere()));

    private interface Look {
        Stream<Integer> at(PlanContent plan, Circumstances now);
    }

    private final Look look;

    QualityRule(Look look) {
        this.look = look;
    }

    /** As in message keys. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Stream<Finding> look(PlanContent plan, Circumstances now) {
        return look.at(plan, now).map(number -> new Finding(code(), number == 0 ? null : number));
    }

    private static Stream<Integer> whole(boolean wrong) {
        return wrong ? Stream.of(0) : Stream.empty();
    }

    private static Stream<Integer> each(PlanContent plan, Function<Measure, Boolean> wrong) {
        return plan.measures().stream().filter(wrong::apply).map(Measure::number);
    }

    private static boolean dated(Measure m) {
        return m.from() != null && m.to() != null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
