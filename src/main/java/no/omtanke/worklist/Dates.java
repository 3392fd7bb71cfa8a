package no.omtanke.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.omtanke.calendar.WorkingDays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days, hours and deadlines in words; distances in working days, since that is what the duties are counted in. */
@Component
class Dates {

    private final MessageSource messages;
    private final WorkingDays workingDays;
    private final Clock clock;

    Dates(MessageSource messages, WorkingDays workingDays, Clock clock) {
        this.messages = messages;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** «mandag 23. november», with the year when it is another than this one. */
    String day(LocalDate day, Locale locale) {
        boolean thisYear = day.getYear() == today().getYear();
        return format(thisYear ? "worklist.date.day" : "worklist.date.year", locale).format(day);
    }

    /** «mandag 23. november kl. 13.30». */
    String moment(Instant at, Locale locale) {
        ZonedDateTime local = at.atZone(clock.getZone());
        return text("worklist.date.moment", locale, day(local.toLocalDate(), locale), time(local, locale));
    }

    /** Today only the hour: «kl. 13.32». */
    String lately(Instant at, Locale locale) {
        ZonedDateTime local = at.atZone(clock.getZone());
        return local.toLocalDate().equals(today()) ? time(local, locale) : moment(at, locale);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /** Null when there is no deadline. */
    Due due(Instant at, Locale locale) {
        if (at == null) {
            return null;
        }
        return at.isBefore(clock.instant()) ? late(at, locale) : ahead(at, locale);
    }

    private Due late(Instant at, Locale locale) {
        LocalDate day = at.atZone(clock.getZone()).toLocalDate();
        int days = workingDays.between(day, today());
        String words = day.equals(today())
                ? text("worklist.due.late.today", locale)
                : days == 0
                        ? text("worklist.due.late", locale)
                        : days == 1
                                ? text("worklist.due.late.one", locale)
                                : text("worklist.due.late.many", locale, days);
        return new Due(words, text("worklist.due.was", locale, moment(at, locale)), true);
    }

    private Due ahead(Instant at, Locale locale) {
        LocalDate day = at.atZone(clock.getZone()).toLocalDate();
        int days = workingDays.between(today(), day);
        String time = time(at.atZone(clock.getZone()), locale);
        String words = day.equals(today())
                ? text("worklist.due.today", locale, time)
                : day.equals(today().plusDays(1))
                        ? text("worklist.due.tomorrow", locale, time)
                        : days <= 1
                                ? text("worklist.due.next", locale)
                                : text("worklist.due.many", locale, days);
        boolean near = !day.isAfter(today().plusDays(1));
        return new Due(words, near ? day(day, locale) : moment(at, locale), false);
    }

    private String time(ZonedDateTime at, Locale locale) {
        return format("worklist.date.time", locale).format(at);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private DateTimeFormatter format(String key, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
