package no.omtanke.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.Deadlines;
import no.omtanke.process.ProcessHistory;
import no.omtanke.process.ProcessHistory.Run;
import no.omtanke.process.ProcessHistory.Step;
import org.springframework.stereotype.Component;

/** Tells a case's steps and events in the order they happened. Knows no content, so it can tell none. */
@Component
class Chronicle {

    private final ProcessHistory history;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Employees employees;
    private final HistoryWords words;
    private final EventWords events;
    private final Clock clock;

    Chronicle(
            ProcessHistory history,
            CaseFiles cases,
            Deadlines deadlines,
            Employees employees,
            HistoryWords words,
            EventWords events,
            Clock clock) {
        this.history = history;
        this.cases = cases;
        this.deadlines = deadlines;
        this.employees = employees;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /** Every step and event, oldest first. */
    List<Line> of(CaseFile file, List<Run> runs, Locale locale) {
        List<CaseEvent> happened = cases.events(file.id());
        List<UUID> pupils = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Step step : history.steps(file.id())) {
            // What has no label in the model only joins branches.
            if (step.name() == null || step.name().isBlank() || step.type().equals("multiInstanceBody")) {
                continue;
            }
            lines.add(line(file, step, about(step, runs, pupils, locale), happened, locale));
        }
        happened.stream().filter(e -> e.args().get("task") == null).forEach(e -> lines.add(line(file, e, locale)));
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    private Line line(CaseFile file, Step step, String about, List<CaseEvent> happened, Locale locale) {
        boolean task = step.type().equals("userTask");
        Long person = step.by() != null ? step.by() : task && step.ended() == null ? step.holder() : null;
        String what = words.step(step.type(), step.activityId(), step.name(), locale);
        return new Line(
                step.began(),
                step.processId(),
                task ? "task" : step.type().endsWith("Gateway") ? "choice" : "automatic",
                step.choice() == null ? what : what + " " + words.known("choice", step.choice(), locale),
                about,
                person != null ? employees.name(person) : task ? noOne(step, locale) : "Omtanke",
                person != null ? employees.role(person, file.schoolId(), locale) : "",
                words.time(step.began(), locale),
                words.time(step.ended(), locale),
                words.time(step.due(), locale),
                task && step.due() != null ? rule(step, locale) : "",
                verdict(step, locale),
                missed(step),
                task ? events.about(step, happened, locale) : List.of());
    }

    private Line line(CaseFile file, CaseEvent event, Locale locale) {
        String at = words.time(event.at(), locale);
        Long actor = event.actorId();
        return new Line(
                event.at(),
                null,
                "event",
                events.text(event, locale),
                "",
                actor != null ? employees.name(actor) : events.source(event, locale),
                actor != null ? employees.role(actor, file.schoolId(), locale) : "",
                at, at, "", "", "", false, List.of());
    }

    private String about(Step step, List<Run> runs, List<UUID> pupils, Locale locale) {
        if (step.pupil() != null) {
            if (!pupils.contains(step.pupil())) {
                pupils.add(step.pupil());
            }
            return words.text("pupil", locale, pupils.indexOf(step.pupil()) + 1);
        }
        String watched = step.activityId().replaceFirst("-(watch|watched|deadline)$", "");
        if (!watched.equals(step.activityId())) {
            return words.task(watched, "", locale);
        }
        return runs.stream()
                .filter(run -> run.id().equals(step.processId()) && run.duty() != null)
                .findFirst()
                .map(run -> words.task(run.duty(), run.duty(), locale))
                .orElse("");
    }

    private String noOne(Step step, Locale locale) {
        return step.ended() == null ? words.text("nobody-yet", locale) : "Omtanke";
    }

    private String rule(Step step, Locale locale) {
        try {
            return words.rule(deadlines.rule(step.activityId(), step.serious()), locale);
        } catch (IllegalStateException noLongerInTheTable) {
            return "";
        }
    }

    private String verdict(Step step, Locale locale) {
        if (step.due() == null) {
            return step.cancelled() ? words.text("verdict.cancelled", locale) : "";
        }
        if (missed(step)) {
            String late = words.late(step.due(), until(step), locale);
            return words.text(step.ended() == null ? "verdict.overdue" : "verdict.missed", locale, late);
        }
        return words.text(step.cancelled() ? "verdict.cancelled" : step.ended() == null ? "verdict.open" : "verdict.held", locale);
    }

    private boolean missed(Step step) {
        return step.due() != null && until(step).isAfter(step.due());
    }

    private Instant until(Step step) {
        return step.ended() == null ? clock.instant() : step.ended();
    }
}
