package no.omtanke.planboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days, weeks and people in words. */
@Component
class Words {

    private final MessageSource messages;
    private final Directory directory;
    private final Clock clock;

    Words(MessageSource messages, Directory directory, Clock clock) {
        this.messages = messages;
        this.directory = directory;
        this.clock = clock;
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /** «mandag 23. november», with the year when it is another than this one. Empty without a day. */
    String day(LocalDate day, Locale locale) {
        return day == null ? "" : format(day.getYear() == today().getYear() ? "day" : "year", day, locale);
    }

    String day(Instant at, Locale locale) {
        return at == null ? "" : day(dayOf(at), locale);
    }

    /** «ma. 23.11.» above a column. */
    String column(LocalDate day, Locale locale) {
        return format("column", day, locale);
    }

    /** «23. november – 1. desember». */
    String period(LocalDate from, LocalDate to, Locale locale) {
        if (from == null && to == null) {
            return "";
        }
        return (from == null ? "?" : format("short", from, locale)) + " – " + (to == null ? "?" : format("short", to, locale));
    }

    /** «Uke 48: 23. november – 29. november». */
    String week(Week week, Locale locale) {
        return text(
                "planboard.week",
                locale,
                String.valueOf(week.number()),
                period(week.monday(), week.monday().plusDays(6), locale));
    }

    /** Empty without a person. */
    String name(Long person) {
        return person == null ? "" : directory.person(person).map(Person::name).orElse("?");
    }

    private String format(String pattern, LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(text("planboard.date." + pattern, locale), locale).format(day);
    }
}
