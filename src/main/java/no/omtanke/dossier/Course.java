package no.omtanke.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.process.ProcessHistory;
import no.omtanke.process.ProcessHistory.Step;
import org.springframework.stereotype.Component;

/** The timeline of a case: what happened, what had a deadline, and whether it was held. */
@Component
class Course {

    /** Models whose steps may be told outside the house; another one is named here on purpose. */
    private static final Set<String> TOLD = Set.of("school-environment", "visibility", "activity-plan", "measure", "escalation");

    /** Stands day by day in the measures' log. */
    private static final String DAILY = "do-measure";

    private final ProcessHistory history;
    private final DossierWords words;
    private final Clock clock;

    Course(ProcessHistory history, DossierWords words, Clock clock) {
        this.history = history;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One line of the timeline. Public because the template engine reads it.
     *
     * @param verdict held, missed, open, overdue or cancelled; empty without a deadline
     */
    public record Line(Instant at, String when, String what, String who, String due, String done, String verdict, String verdictWords) {}

    /** The timeline. Public because the template engine reads it. @param tasks with a deadline */
    public record Told(List<Line> lines, int tasks, int held, int missed, int open) {}

    Told of(Gathered gathered, Locale locale) {
        List<Line> lines = new ArrayList<>();
        for (Step step : history.steps(gathered.open().file().id())) {
            if (step.type().equals("userTask") && TOLD.contains(step.processKey()) && !step.activityId().equals(DAILY)) {
                lines.add(line(step, gathered, locale));
            }
        }
        for (CaseEvent event : gathered.open().events()) {
            String what = words.known("event." + event.kind(), locale);
            if (!what.isEmpty()) {
                lines.add(new Line(event.at(), words.moment(event.at(), locale), what, words.name(event.actorId()), "", "", "", ""));
            }
        }
        lines.sort(Comparator.comparing(Line::at));
        return new Told(
                List.copyOf(lines),
                count(lines, Set.of("held", "missed", "open", "overdue")),
                count(lines, Set.of("held")),
                count(lines, Set.of("missed", "overdue")),
                count(lines, Set.of("open", "overdue")));
    }

    private static int count(List<Line> lines, Set<String> verdicts) {
        return (int) lines.stream().filter(line -> verdicts.contains(line.verdict())).count();
    }

    private Line line(Step step, Gathered gathered, Locale locale) {
        String about = step.pupil() == null ? "" : gathered.name(step.pupil());
        String whom = step.pupil() != null && about.isEmpty() ? words.text("about.another", locale) : about;
        String verdict = verdict(step);
        return new Line(
                step.began(),
                words.moment(step.began(), locale),
                words.task(step.activityId(), locale) + (whom.isEmpty() ? "" : ": " + whom),
                words.name(step.by() != null ? step.by() : step.holder()),
                words.moment(step.due(), locale),
                step.cancelled() ? "" : words.moment(step.ended(), locale),
                verdict,
                verdict.isEmpty() ? "" : words.text("verdict." + verdict, locale));
    }

    private String verdict(Step step) {
        if (step.cancelled()) {
            return "cancelled";
        }
        if (step.due() == null) {
            return "";
        }
        boolean late = (step.ended() == null ? clock.instant() : step.ended()).isAfter(step.due());
        return step.ended() == null ? late ? "overdue" : "open" : late ? "missed" : "held";
    }
}
