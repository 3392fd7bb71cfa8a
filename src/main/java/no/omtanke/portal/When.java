package no.omtanke.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Days and hours as families read them: «mandag 23. november kl. 13.30». */
@Component
class When {

    private final MessageSource texts;
    private final Clock clock;

    When(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String day(LocalDate day, Locale locale) {
        return format("portal.day", locale).format(day);
    }

    String day(Instant at, Locale locale) {
        return format("portal.day", locale).format(local(at));
    }

    String hour(Instant at, Locale locale) {
        return format("portal.hour", locale).format(local(at));
    }

    String dayAndHour(Instant at, Locale locale) {
        return day(at, locale) + " " + hour(at, locale);
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(clock.getZone());
    }

    private DateTimeFormatter format(String key, Locale locale) {
        return DateTimeFormatter.ofPattern(texts.getMessage(key, null, locale), locale);
    }
}
