package no.omtanke.attendance;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.absence.Absence;
import no.omtanke.absence.Extent;
import no.omtanke.absence.Notice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days, marks and notices in words. */
@Component
class AttendanceWords {

    private final MessageSource messages;
    private final Clock clock;

    AttendanceWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage("attendance." + key, args.length == 0 ? null : args, locale);
    }

    /** «mandag 23. november». */
    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(text("pattern.day", locale), locale).format(day);
    }

    /** «nov.» */
    String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("MMM", locale).format(month);
    }

    String hours(BigDecimal hours, Locale locale) {
        return NumberFormat.getInstance(locale).format(hours);
    }

    /** «Hele dagen, meldt»; what it is when there is none. */
    String absences(List<Absence> absences, Locale locale) {
        return absences.isEmpty()
                ? text("mark.here", locale)
                : absences.stream().map(absence -> absence(absence, locale)).collect(Collectors.joining("; "));
    }

    private String absence(Absence absence, Locale locale) {
        String extent = absence.extent() == Extent.HOURS
                ? text("extent.hours", locale, hours(absence.hours(), locale))
                : text("extent." + absence.extent().id(), locale);
        return extent + ", " + text("kind." + absence.kind().id(), locale);
    }

    /** «Meldt borte til og med torsdag 26. november. Ventes tilbake fredag 27. november.» */
    String notice(Notice notice, Locale locale) {
        String when = notice.from() != null
                ? text("notice.hours", locale, notice.from().toString(), notice.to().toString())
                : notice.firstDay().equals(notice.lastDay())
                        ? text("notice.day", locale, day(notice.firstDay(), locale))
                        : text("notice.days", locale, day(notice.firstDay(), locale), day(notice.lastDay(), locale));
        return notice.back() == null ? when : when + " " + text("notice.back", locale, day(notice.back(), locale));
    }
}
