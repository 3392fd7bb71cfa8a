package no.omtanke.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.portal.PlanTrendView.Point;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The evaluations as a picture and a table. Of what guardians said, each sees their own. */
@Component
class PlanTrendWords {

    private static final int LEFT = 30;
    private static final int STEP = 70;
    private static final int TOP = 22;
    private static final int HIGH = 28;
    private static final int FACES = 5;

    private final When when;
    private final MessageSource texts;

    PlanTrendWords(When when, MessageSource texts) {
        this.when = when;
        this.texts = texts;
    }

    /** Null before the first evaluation has ended. */
    PlanTrendView view(OwnPlan own, Locale locale) {
        List<Evaluation> ended = own.plan().evaluations().stream()
                .filter(e -> e.endedAt() != null)
                .toList();
        if (ended.isEmpty()) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        for (Evaluation evaluation : ended) {
            points.add(point(own, evaluation, LEFT + points.size() * STEP, locale));
        }
        String line = points.stream()
                .filter(p -> p.face() != null)
                .map(p -> p.x() + "," + p.y())
                .collect(Collectors.joining(" "));
        return new PlanTrendView(points, line, 2 * LEFT + (points.size() - 1) * STEP);
    }

    private Point point(OwnPlan own, Evaluation evaluation, int x, Locale locale) {
        Integer face = evaluation.pupilSafe();
        String mine = evaluation.guardians().stream()
                .filter(said -> said.person() == own.person().id())
                .map(said -> text("plan.safe." + said.childSafe(), locale))
                .reduce((first, second) -> second)
                .orElse(null);
        return new Point(
                evaluation.number(),
                when.day(evaluation.endedAt(), locale),
                face,
                text("plan.safe." + (face == null ? "none" : face), locale),
                mine,
                text("plan.safe." + evaluation.safe(), locale),
                text("plan.outcome." + evaluation.outcome(), locale),
                x,
                face == null ? TOP + 2 * HIGH : TOP + (FACES - face) * HIGH);
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
