package no.omtanke.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What has happened in a case, in words, oldest first. */
@Component
class Timeline {

    private static final Set<String> LATE = Set.of("deadline-missed", "measure-not-done", "lift-unanswered");

    private final Directory directory;
    private final TaskWords words;
    private final MessageSource messages;
    private final Dates dates;

    Timeline(Directory directory, TaskWords words, MessageSource messages, Dates dates) {
        this.directory = directory;
        this.words = words;
        this.messages = messages;
        this.dates = dates;
    }

    /** What happened with a measure from day to day stands on the plan's page. */
    List<TimelineEvent> of(OpenCase open, Locale locale) {
        return open.events().stream()
                .filter(event -> !Entries.LOG.equals(event.args().get("task")) || event.kind().equals("date-moved"))
                .map(event -> words(event, locale))
                .toList();
    }

    private TimelineEvent words(CaseEvent event, Locale locale) {
        String task = event.args().get("task");
        String what = messages.getMessage(
                "worklist.event." + event.kind(),
                new Object[] {
                    task == null ? "" : words.title(task, locale),
                    to(event, locale),
                    event.args().getOrDefault("version", "")
                },
                event.kind(),
                locale);
        return new TimelineEvent(
                dates.moment(event.at(), locale),
                what,
                event.actorId() == null ? null : name(event.actorId()),
                null,
                LATE.contains(event.kind()));
    }

    private String to(CaseEvent event, Locale locale) {
        String to = event.args().getOrDefault("to", "");
        if (event.kind().equals("date-moved")) {
            return dates.day(LocalDate.parse(to), locale);
        }
        return to.matches("\\d{1,18}")
                ? name(Long.parseLong(to))
                : messages.getMessage("worklist.level." + to, null, to, locale);
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }
}
