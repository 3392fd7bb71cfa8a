package no.omtanke.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Looks at a plan by all rules. */
final class QualityGate {

    /** A plan with more measures than this is kept by nobody [local]. */
    static final int MOST_MEASURES = 12;

    private QualityGate() {}

    /** What is wrong: the plan as a whole first, then measure by measure. */
    static List<Finding> look(PlanContent plan, Circumstances now) {
        return Arrays.stream(QualityRule.values())
                .flatMap(rule -> rule.look(plan, now))
                .sorted(Comparator.comparing((Finding f) -> f.measure() == null ? 0 : f.measure()))
                .toList();
    }
}
