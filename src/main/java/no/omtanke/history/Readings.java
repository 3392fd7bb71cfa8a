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
import org.springframework.stereotype.Component;

/** Who has read the case, for auditors, the school's leadership and the owner. */
@Component
class Readings {

    private static final int NEWEST = 300;

    private final AccessLog log;
    private final Employees employees;
    private final HistoryWords words;

    Readings(AccessLog log, Employees employees, HistoryWords words) {
        this.log = log;
        this.employees = employees;
        this.words = words;
    }

    /** A reading in words; several of the same within a minute, such as a page and its drawing, are one line. */
    record Line(String when, String who, String role, String part, boolean allowed, String why, int times) {}

    /** Null for a reader to whom the log is not shown. */
    List<Line> of(Reader reader, CaseFile file, Locale locale) {
        if (!reader.in("auditor") && !reader.in("school-owner") && !reader.in("leadership:" + file.schoolId())) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        Reading last = null;
        for (Reading reading : log.ofCase(file.id(), NEWEST)) {
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
        boolean known = reading.personId() != null && reading.part() != Part.OWN_REPORT;
        return new Line(
                words.time(reading.at(), locale),
                known ? employees.name(reading.personId()) : words.text("reporter", locale),
                known ? employees.role(reading.personId(), file.schoolId(), locale) : "",
                words.known("part", reading.part().name(), locale),
                reading.allowed(),
                // Why somebody was refused can tell what the case is about, so it stays in the log.
                reading.allowed() ? words.known("reason", reading.reason(), locale) : words.text("refused", locale),
                times);
    }

    private static boolean same(Reading a, Reading b) {
        return Objects.equals(a.personId(), b.personId())
                && a.part() == b.part()
                && a.allowed() == b.allowed()
                && ChronoUnit.SECONDS.between(b.at(), a.at()) < 60;
    }
}
