package no.omtanke.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names, roles and days in the reader's language. */
@Component
class AdministrationWords {

    private final MessageSource messages;
    private final Directory directory;
    private final Clock clock;

    AdministrationWords(MessageSource messages, Directory directory, Clock clock) {
        this.messages = messages;
        this.directory = directory;
        this.clock = clock;
    }

    String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }

    String role(Role role, boolean deputy, Locale locale) {
        return messages.getMessage("administration.role." + role.id() + (deputy ? "-deputy" : ""), null, role.id(), locale);
    }

    /** Empty for null. */
    String day(Instant at, Locale locale) {
        return at == null ? "" : day(at.atZone(clock.getZone()).toLocalDate(), locale);
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("administration.pattern.day", null, locale), locale).format(day);
    }

    /** One day, or from one to another. */
    String days(LocalDate from, LocalDate to, Locale locale) {
        return from.equals(to) ? day(from, locale) : day(from, locale) + "–" + day(to, locale);
    }

    String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("administration.pattern.time", null, locale), locale)
                .withZone(clock.getZone())
                .format(at);
    }
}
