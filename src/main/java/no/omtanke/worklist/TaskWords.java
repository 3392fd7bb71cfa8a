package no.omtanke.worklist;

import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.FormTexts;
import no.omtanke.process.DeadlineRule;
import no.omtanke.process.Deadlines;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a task is called, why it matters and which rule its deadline follows. */
@Component
class TaskWords {

    // The deadline is a date that somebody wrote in a letter; nothing is counted.
    private static final String LETTER = "letter";
    private static final String OWN_RULE = "kommunens egen frist";

    private final FormTexts texts;
    private final Deadlines deadlines;
    private final MessageSource messages;

    TaskWords(FormTexts texts, Deadlines deadlines, MessageSource messages) {
        this.texts = texts;
        this.deadlines = deadlines;
        this.messages = messages;
    }

    String title(String task, Locale locale) {
        return texts.title(task, locale, task);
    }

    /** With the pupil when the task is about one: «Snakk med eleven: Kari Nordmann». */
    String title(TaskRow task, String about, Locale locale) {
        String title = title(task.taskKey(), locale);
        return about == null ? title : title + ": " + about;
    }

    /** The duty in one sentence, or the law that the deadline follows. */
    String why(TaskRow task, Locale locale) {
        return texts.duty(task.taskKey(), locale).orElseGet(() -> law(rule(task), locale));
    }

    String after(TaskRow task, Locale locale) {
        return texts.after(task.taskKey(), locale).orElse("");
    }

    /** «Fristen er 1 arbeidsdag etter meldingen (kommunens egen frist).» */
    String deadline(TaskRow task, Locale locale) {
        DeadlineRule rule = rule(task);
        if (rule == null) {
            return "";
        }
        if (rule.countsFrom().equals(LETTER)) {
            return text("worklist.rule.letter", locale);
        }
        if (rule.countsFrom().equals("decided")) {
            return text("worklist.rule.decided", locale, law(rule, locale));
        }
        String clock = rule.clock().name().toLowerCase(Locale.ROOT);
        String amount = rule.amount() == 0
                ? text("worklist.rule.same-day", locale)
                : rule.amount() == 1
                        ? text("worklist.rule." + clock + ".one", locale)
                        : text("worklist.rule." + clock + ".many", locale, rule.amount());
        return text(
                "worklist.rule",
                locale,
                amount,
                from(rule, locale),
                law(rule, locale));
    }

    // A municipality's table may count from an event that has no words of its own.
    private String from(DeadlineRule rule, Locale locale) {
        String other = text("worklist.rule.from.event", locale);
        return messages.getMessage("worklist.rule.from." + rule.countsFrom(), null, other, locale);
    }

    /** What a missed deadline did to the task, or null. */
    String raised(TaskRow task, Reader reader, Locale locale) {
        if (task.raisedTo() == null) {
            return null;
        }
        return reader.in(task.raisedTo())
                ? text("worklist.raised.mine", locale)
                : text("worklist.raised." + task.raisedTo().split(":")[0], locale);
    }

    private DeadlineRule rule(TaskRow task) {
        try {
            return deadlines.rule(task.taskKey(), task.serious());
        } catch (IllegalStateException noRowInTheTable) {
            return null;
        }
    }

    private String law(DeadlineRule rule, Locale locale) {
        return rule == null ? "" : rule.law().equals(OWN_RULE) ? text("worklist.rule.own", locale) : rule.law();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
