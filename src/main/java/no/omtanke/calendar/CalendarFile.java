package no.omtanke.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** What stands in a calendar file (iCalendar). Public because administrators bring a municipality's calendar in one. */
public final class CalendarFile {

    /** A school's year has some dozens of events; more is another kind of calendar. */
    public static final int MOST_EVENTS = 500;

    private static final int MOST_TROUBLES = 10;
    private static final Set<String> NEEDED = Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE");

    private final SchoolYear year;
    private final ZoneId zone;
    private final List<Event> events = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    private CalendarFile(SchoolYear year, ZoneId zone) {
        this.year = year;
        this.zone = zone;
    }

    /** @param to the last day, also where the file names the day after @param wholeDays whether it lasts from midnight to midnight */
    public record Event(LocalDate from, LocalDate to, String name, boolean wholeDays) {}

    /** Why the file cannot be read. @param what not-calendar, no-events, cut, line, value, no-start, backwards or many */
    public record Trouble(int line, String what, String property) {}

    /** @param troubles empty when every event was read */
    public record Read(List<Event> events, List<Trouble> troubles) {}

    /** What is repeated is told once for each time in the school year. */
    public static Read read(String text, SchoolYear year, ZoneId zone) {
        CalendarFile file = new CalendarFile(year, zone);
        file.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return new Read(
                file.events.stream().sorted(Comparator.comparing(Event::from).thenComparing(Event::to)).toList(),
                file.troubles.stream().limit(MOST_TROUBLES).toList());
    }

    private void read(String text) {
        List<String> lines = text.lines().map(line -> line.strip().toUpperCase(Locale.ROOT)).toList();
        int begins = lines.indexOf("BEGIN:VCALENDAR");
        if (begins < 0) {
            troubles.add(new Trouble(1, "not-calendar", ""));
            return;
        }
        int last = lines.size();
        while (lines.get(last - 1).isEmpty()) {
            last--;
        }
        if (!lines.get(last - 1).equals("END:VCALENDAR")) {
            troubles.add(new Trouble(last, "cut", ""));
            return;
        }
        List<Integer> eventLines = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).equals("BEGIN:VEVENT")) {
                eventLines.add(line + 1);
            }
        }
        if (eventLines.isEmpty()) {
            troubles.add(new Trouble(last, "no-events", ""));
            return;
        }
        if (eventLines.size() > MOST_EVENTS) {
            troubles.add(new Trouble(eventLines.get(MOST_EVENTS), "many", ""));
            return;
        }
        try (ICalReader reader = new ICalReader(text)) {
            int number = 0;
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                reader.getWarnings().forEach(this::note);
                for (VEvent event : calendar.getEvents()) {
                    take(event, calendar.getTimezoneInfo(), eventLines.get(Math.min(number++, eventLines.size() - 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(ParseWarning warning) {
        String property = warning.getPropertyName();
        int line = warning.getLineNumber() == null ? 1 : warning.getLineNumber();
        if (property == null) {
            // Other components than events may be as odd as they like.
            if (warning.getLineNumber() != null) {
                troubles.add(new Trouble(line, "line", ""));
            }
        } else if (NEEDED.contains(property.toUpperCase(Locale.ROOT))) {
            troubles.add(new Trouble(line, "value", property.toUpperCase(Locale.ROOT)));
        }
    }

    private void take(VEvent event, TimezoneInfo zones, int line) {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            if (troubles.stream().noneMatch(t -> t.what().equals("value"))) {
                troubles.add(new Trouble(line, "no-start", "DTSTART"));
            }
            return;
        }
        boolean allDay = !event.getDateStart().getValue().hasTime();
        LocalDateTime start = local(event.getDateStart(), zones);
        LocalDateTime end = end(event, zones, start, allDay);
        if (end.isBefore(start)) {
            troubles.add(new Trouble(line, "backwards", "DTEND"));
            return;
        }
        // The end is the first moment after; a file that names the same day twice means that day.
        LocalDate last = end.isAfter(start) ? end.minusNanos(1).toLocalDate() : start.toLocalDate();
        boolean whole = allDay || start.toLocalTime().equals(LocalTime.MIN) && end.toLocalTime().equals(LocalTime.MIN) && end.isAfter(start);
        String name = event.getSummary() == null || event.getSummary().getValue() == null ? "" : event.getSummary().getValue().strip();
        long days = ChronoUnit.DAYS.between(start.toLocalDate(), last);
        if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            add(start.toLocalDate(), days, name, whole, line);
        } else {
            repeat(event, zones, allDay, days, name, whole, line);
        }
    }

    private void repeat(VEvent event, TimezoneInfo zones, boolean allDay, long days, String name, boolean whole, int line) {
        TimezoneAssignment named = zones.getTimezone(event.getDateStart());
        boolean wall = allDay || zones.isFloating(event.getDateStart());
        TimeZone counted = wall || named == null ? TimeZone.getDefault() : named.getTimeZone();
        DateIterator times = event.getDateIterator(counted);
        times.advanceTo(Date.from(year.first().minusDays(days).atStartOfDay(zone).minusDays(1).toInstant()));
        while (times.hasNext()) {
            LocalDate first = times.next().toInstant().atZone(wall ? ZoneId.systemDefault() : zone).toLocalDate();
            if (first.isAfter(year.last()) || !add(first, days, name, whole, line)) {
                return;
            }
        }
    }

    private boolean add(LocalDate first, long days, String name, boolean whole, int line) {
        if (events.size() >= MOST_EVENTS) {
            troubles.add(new Trouble(line, "many", ""));
            return false;
        }
        events.add(new Event(first, first.plusDays(days), name, whole));
        return true;
    }

    private LocalDateTime end(VEvent event, TimezoneInfo zones, LocalDateTime start, boolean allDay) {
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            return local(event.getDateEnd(), zones);
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return start.plus(Duration.ofMillis(event.getDuration().getValue().toMillis()));
        }
        return allDay ? start.plusDays(1) : start;
    }

    // A date, and a time without zone, is what stands on the wall; everything else is a moment, told in Norwegian time.
    private LocalDateTime local(DateOrDateTimeProperty property, TimezoneInfo zones) {
        ICalDate value = property.getValue();
        DateTimeComponents raw = value.getRawComponents();
        if (raw != null && (!value.hasTime() || zones.isFloating(property))) {
            return value.hasTime()
                    ? LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute())
                    : LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()).atStartOfDay();
        }
        return value.toInstant().atZone(zone).toLocalDateTime();
    }
}
