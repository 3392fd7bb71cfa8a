package no.omtanke.history;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Reader;
import no.omtanke.access.Reading;
import no.omtanke.casefile.CaseFile;
import no.omtanke.access.Part;
import no.omtanke.process.TaskQueries;
import org.springframework.stereotype.Component;

/** Who has read the case, for auditors, the school's leadership and the owner. */
@Component
class Readings {

    private static final int NEWEST = 300;

    private final AccessLog log;
    private final Employees employees;
    private final TaskQueries tasks;
    private final HistoryWords words;

    Readings(AccessLog log, Employees employees, TaskQueries tasks, HistoryWords words) {
        this.log = log;
        this.tasks = tasks;
        this.employees = employees;
        this.words = words;
    }

    /** A reading in words; several of the same within a minute, such as a page and its drawing, are one line. */
    record Line(
            String when,
            String who,
            String role,
            String part,
            String thing,
            String via,
            boolean allowed,
            String why,
            int times) {}

    /** Null for a reader to whom the log is not shown. */
    List<Line> of(Reader reader, CaseFile file, Locale locale) {
        if (!reader.in("auditor") && !reader.in("school-owner") && !reader.in("leadership:" + file.schoolId())) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        Reading last = null;
        for (Reading reading : log.ofCase(file.id(), file.reference(), NEWEST)) {
            if (last != null && same(last, reading)) {
                Line before = lines.remove(lines.size() - 1);
                lines.add(line(last, file, before.times() + 1, locale));
            } else {
                lines.add(line(reading, file, 1, locale));
                last = reading;
            }
        }
        return lines;
    }

    private Line line(Reading reading, CaseFile file, int times, Locale locale) {
        // Whoever came by a link is the family; their names belong to the content.
        boolean known = reading.personId() != null && !reading.via().startsWith("link");
        String family = reading.part() == Part.OWN_REPORT ? "reporter" : "family";
        return new Line(
                words.time(reading.at(), locale),
                known ? employees.name(reading.personId()) : words.text(family, locale),
                known ? employees.role(reading.personId(), file.schoolId(), locale) : "",
                words.known("part", reading.part().name(), locale),
                thing(reading.thing(), locale),
                words.known("via", reading.via(), locale),
                reading.allowed(),
                why(reading, locale),
                times);
    }

    // Why somebody was refused can tell what the case is about, so it stays in the log. What was done with a link tells nothing.
    private String why(Reading reading, Locale locale) {
        return reading.allowed() || reading.part() == Part.LINK
                ? words.known("reason", reading.reason(), locale)
                : words.text("refused", locale);
    }

    // Only what a task is called, or that it was a document: its name may be somebody's words.
    private String thing(String thing, Locale locale) {
        if (thing == null) {
            return "";
        }
        String[] parts = thing.split(":", 2);
        return switch (parts[0]) {
            case "task" -> tasks.task(parts[1])
                    .map(t -> words.task(t.taskKey(), t.taskKey(), locale))
                    .orElse("");
            case "document" -> words.text("thing.document", locale);
            default -> "";
        };
    }

    private static boolean same(Reading a, Reading b) {
        return Objects.equals(a.personId(), b.personId())
                && a.part() == b.part()
                && a.allowed() == b.allowed()
                && a.via().equals(b.via())
                && Objects.equals(a.thing(), b.thing())
                && (a.part() != Part.LINK || a.reason().equals(b.reason()))
                && ChronoUnit.SECONDS.between(b.at(), a.at()) < 60;
    }
}
