package no.omtanke.planboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Measure;

/** Lets a template say days and names in the reader's language. */
record Say(Words words, Locale locale) {

    public String day(LocalDate day) {
        return words.day(day, locale);
    }

    public String day(Instant at) {
        return words.day(at, locale);
    }

    public String name(Long person) {
        return words.name(person);
    }

    public String period(Measure measure) {
        return words.period(measure.from(), measure.to(), locale);
    }

    public Mark mark(String state) {
        return new Mark(state, "");
    }

    /** The day of the next evaluation; empty when none is chosen. */
    public String evaluation(PlanCard card) {
        return day(Attention.next(card.plan(), card.shown().content()));
    }

    public List<Evaluation> done(PlanCard card) {
        return PlanCards.done(card.plan());
    }

    /** What the picture shows, for those who do not see it. */
    public String trend(PlanCard card) {
        return words.text(
                "planboard.trend",
                locale,
                done(card).stream()
                        .map(e -> day(e.endedAt())
                                + ": "
                                + words.text("plan.safe." + (e.pupilSafe() == null ? "none" : e.pupilSafe()), locale))
                        .collect(Collectors.joining("; ")));
    }
}
