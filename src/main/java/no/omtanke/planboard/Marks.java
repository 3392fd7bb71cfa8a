package no.omtanke.planboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import no.omtanke.plan.LogLine.Result;
import org.springframework.stereotype.Component;

/** Makes a week's marks of promised days. */
@Component
class Marks {

    private static final int SCHOOL_WEEK = 5;

    private final Words words;

    Marks(Words words) {
        this.words = words;
    }

    /** Monday to Friday: no school day lies outside. */
    List<Mark> of(Map<LocalDate, Result> days, Week week, Locale locale) {
        return columns(week).stream()
                .map(day -> new Mark(state(days, day), words.column(day, locale)))
                .toList();
    }

    List<String> heads(Week week, Locale locale) {
        return columns(week).stream().map(day -> words.column(day, locale)).toList();
    }

    /** Promised days up to today that nobody has answered for yet, those before today. */
    long late(Map<LocalDate, Result> days) {
        return days.entrySet().stream()
                .filter(d -> d.getValue() == null && d.getKey().isBefore(words.today()))
                .count();
    }

    String state(Map<LocalDate, Result> days, LocalDate day) {
        if (!days.containsKey(day)) {
            return "none";
        }
        Result result = days.get(day);
        if (result != null) {
            return result.code();
        }
        int order = day.compareTo(words.today());
        return order < 0 ? "waiting" : order == 0 ? "today" : "coming";
    }

    private static List<LocalDate> columns(Week week) {
        return IntStream.range(0, SCHOOL_WEEK).mapToObj(week.monday()::plusDays).toList();
    }
}
