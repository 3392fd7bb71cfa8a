package no.omtanke.history;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.process.ProcessHistory.Step;
import org.springframework.stereotype.Component;

/** Says what the timeline's events were; of what somebody wrote it says only that it came. */
@Component
class EventWords {

    private static final Set<String> OF_THE_FAMILY = Set.of("address-confirmed", "new-information", "not-heard", "lifted-by-family");
    private static final Set<String> TOLD_BY_THE_STEP = Set.of("task-completed");

    private final HistoryWords words;
    private final Employees employees;

    EventWords(HistoryWords words, Employees employees) {
        this.words = words;
        this.employees = employees;
    }

    String text(CaseEvent event, Locale locale) {
        return words.known("event", event.kind(), locale);
    }

    /** Who caused an event that no employee caused. */
    String source(CaseEvent event, Locale locale) {
        if (event.kind().equals("family-wrote")) {
            return words.text("family", locale);
        }
        return OF_THE_FAMILY.contains(event.kind()) ? words.text("reporter", locale) : "Omtanke";
    }

    /** What was done about the task while it was open, with the time. */
    List<String> about(Step step, List<CaseEvent> happened, Locale locale) {
        return happened.stream()
                .filter(e -> step.activityId().equals(e.args().get("task")))
                .filter(e -> !TOLD_BY_THE_STEP.contains(e.kind()))
                .filter(e -> !e.at().isBefore(step.began()) && (step.ended() == null || !e.at().isAfter(step.ended())))
                .map(e -> words.time(e.at(), locale) + ": " + sentence(e, locale))
                .toList();
    }

    private String sentence(CaseEvent event, Locale locale) {
        String to = event.args().get("to");
        return switch (event.kind()) {
            case "deadline-missed" -> words.text("event.deadline-missed", locale, words.known("level", to, locale));
            case "task-assigned", "writer-invited", "writer-ended" -> words.text(
                    "event." + event.kind(), locale, employees.name(event.actorId()), employees.name(Long.parseLong(to)));
            case "task-taken", "task-handed-back" -> words.text(
                    "event." + event.kind(), locale, employees.name(event.actorId()));
            default -> text(event, locale);
        };
    }
}
