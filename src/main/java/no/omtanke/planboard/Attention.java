package no.omtanke.planboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Finding;
import no.omtanke.plan.PlanContent;
import no.omtanke.plan.PlanView;
import org.springframework.stereotype.Component;

/** What of a plan asks for somebody now, the most pressing first. */
@Component
class Attention {

    private static final int UNSAFE = 2;

    private final Words words;

    Attention(Words words) {
        this.words = words;
    }

    List<String> of(PlanView plan, VersionCard shown, VersionCard draft, List<Finding> findings,
            List<MeasureCard> measures, Locale locale) {
        List<String> said = new ArrayList<>();
        if (plan.endedAt() != null) {
            return said;
        }
        if (shown == null) {
            return List.of(words.text("planboard.attention.nothing-written", locale));
        }
        latest(plan).filter(e -> e.pupilSafe() != null && e.pupilSafe() <= UNSAFE)
                .ifPresent(e -> said.add(words.text("planboard.attention.unsafe", locale)));
        if (shown.state().equals("draft") || draft != null) {
            said.add(words.text("planboard.attention.draft", locale, (draft == null ? shown : draft).number()));
        } else if (shown.state().equals("provisional")) {
            said.add(words.text("planboard.attention.provisional", locale));
        }
        if (!findings.isEmpty()) {
            said.add(words.text("planboard.attention.findings", locale, findings.size()));
        }
        measures.stream().filter(MeasureCard::running).forEach(m -> measure(m, said, locale));
        evaluation(plan, shown.content(), said, locale);
        return said;
    }

    private void measure(MeasureCard card, List<String> said, Locale locale) {
        int number = card.measure().number();
        if (!card.ownerHere()) {
            said.add(words.text("planboard.attention.ownerless", locale, number));
        }
        if (card.notDone()) {
            said.add(words.text("planboard.attention.not-done", locale, number));
        }
        if (card.marks().stream().anyMatch(mark -> mark.state().equals("waiting"))) {
            said.add(words.text("planboard.attention.waiting", locale, number));
        }
    }

    private void evaluation(PlanView plan, PlanContent content, List<String> said, Locale locale) {
        if (plan.evaluations().stream().anyMatch(e -> e.endedAt() == null)) {
            said.add(words.text("planboard.attention.evaluating", locale));
        } else if (plan.inForce().isPresent() && next(plan, content) != null && next(plan, content).isBefore(words.today())) {
            said.add(words.text("planboard.attention.evaluation-passed", locale, words.day(next(plan, content), locale)));
        }
    }

    /** The day of the next evaluation: as the last one decided, else as the plan says. */
    static java.time.LocalDate next(PlanView plan, PlanContent content) {
        java.util.Optional<Evaluation> ofThis =
                latest(plan).filter(e -> plan.inForce().filter(v -> v.number() == e.version()).isPresent());
        // A plan that is to be revised has no next day until the new version says one.
        return ofThis.isPresent() ? ofThis.get().nextOn() : content.evaluation();
    }

    private static java.util.Optional<Evaluation> latest(PlanView plan) {
        return plan.evaluations().stream().filter(e -> e.endedAt() != null).reduce((first, second) -> second);
    }
}
