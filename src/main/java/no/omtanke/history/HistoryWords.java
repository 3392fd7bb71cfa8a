package no.omtanke.history;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.omtanke.form.FormTexts;
import no.omtanke.process.DeadlineRule;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the history says, in the reader's language. A model's own words stand where we have no translation of them. */
@Component
class HistoryWords {

    private final MessageSource messages;
    private final FormTexts forms;
    private final Clock clock;

    HistoryWords(MessageSource messages, FormTexts forms, Clock clock) {
        this.messages = messages;
        this.forms = forms;
        this.clock = clock;
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("history." + key, arguments, locale);
    }

    /** Known texts in the reader's language, others as they stand. */
    String known(String group, String text, Locale locale) {
        return text == null ? "" : messages.getMessage("history." + group + "." + plain(text), null, text, locale);
    }

    String kind(String kind, Locale locale) {
        return known("kind", kind, locale);
    }

    /** A task by its form's title, anything else by its label in the model. */
    String step(String type, String activityId, String label, Locale locale) {
        return type.equals("userTask") ? task(activityId, label, locale) : known("label", label, locale);
    }

    String task(String taskKey, String label, Locale locale) {
        return forms.title(taskKey, locale, label);
    }

    String day(Instant at, Locale locale) {
        return format("day", at, locale);
    }

    String time(Instant at, Locale locale) {
        return format("time", at, locale);
    }

    /** «1 virkedag etter meldingen». */
    String rule(DeadlineRule rule, Locale locale) {
        // The deadline is a date in a letter; nothing is counted.
        if (rule.countsFrom().equals("letter")) {
            return text("rule.letter", locale);
        }
        String clockName = rule.clock().name().toLowerCase(Locale.ROOT);
        String length = rule.amount() == 0
                ? text("rule.same-day", locale)
                : text("rule." + clockName, locale, rule.amount());
        return known("law", rule.law(), locale) + ": " + length + " " + text("rule.from-" + rule.countsFrom(), locale);
    }

    /** How much later, in days or, when it is less than one, in hours. */
    String late(Instant due, Instant done, Locale locale) {
        Duration late = Duration.between(due, done);
        if (late.toHours() < 1) {
            return text("late.minutes", locale, Math.max(1, late.toMinutes()));
        }
        return late.toDays() < 1
                ? text("late.hours", locale, late.toHours())
                : text("late.days", locale, late.toDays());
    }

    private String format(String pattern, Instant at, Locale locale) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(text("pattern." + pattern, locale), locale)
                        .format(at.atZone(clock.getZone()));
    }

    private static String plain(String text) {
        String spelled = text.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "o").replace("å", "a");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
