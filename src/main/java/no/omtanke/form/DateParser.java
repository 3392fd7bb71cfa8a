package no.omtanke.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as a browser sends them and as people write them where the browser has no date field. */
final class DateParser {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NORWEGIAN = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[.:](\\d{2})(?:[.:]\\d{2}(?:\\.\\d{1,9})?)?");

    private DateParser() {}

    static Optional<LocalDate> date(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher norwegian = NORWEGIAN.matcher(text);
        if (iso.matches()) {
            return real(iso.group(1), iso.group(2), iso.group(3));
        }
        return norwegian.matches()
                ? real(norwegian.group(3), norwegian.group(2), norwegian.group(1))
                : Optional.empty();
    }

    private static Optional<LocalDate> real(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1900 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = Integer.parseInt(matcher.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
