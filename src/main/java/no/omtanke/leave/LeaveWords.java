package no.omtanke.leave;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an application into words, for the family and for whoever decides. */
@Component
class LeaveWords {

    private final LeaveRules rules;
    private final MessageSource texts;

    LeaveWords(LeaveRules rules, MessageSource texts) {
        this.rules = rules;
        this.texts = texts;
    }

    /** What was asked for, and what became of it. @param promised by when a late answer comes, if one was promised */
    List<String> toFamily(Leave leave, Optional<LocalDate> promised, Locale locale) {
        List<String> said = new ArrayList<>();
        said.add(asked(leave, locale));
        said.add(say("leave.state." + leave.state().code(), locale));
        promised.filter(day -> leave.state().open()).ifPresent(day -> said.add(say("leave.provisional", locale, day(day, locale))));
        if (leave.state().grants()) {
            said.add(leave.granted() == null
                    ? say("leave.none-used", locale)
                    : say("leave.granted", locale, day(leave.granted().first(), locale), day(leave.granted().last(), locale), leave.grantedDays()));
        }
        return said;
    }

    /** The days, what was used before, and how much the municipality grants. */
    String days(Leave leave, Locale locale) {
        Leave.Found found = leave.found();
        int all = found.schoolDays() + found.usedDays();
        int cap = rules.now().capDays();
        return String.join(
                " ",
                asked(leave, locale),
                say("leave.note.used", locale, found.usedDays(), cap),
                leave.ofRight() ? say("leave.note.right", locale) : all > cap ? say("leave.note.over", locale, all) : "")
                .strip();
    }

    /** What whoever reads the application should see at once; nothing when it is plain. */
    List<String> flags(Leave leave, Locale locale) {
        Leave.Found found = leave.found();
        List<String> said = new ArrayList<>();
        if (found.schoolDays() == 0) {
            said.add(say("leave.note.no-days", locale));
        }
        if (found.retrospective()) {
            said.add(say("leave.note.retrospective", locale));
        }
        if (found.shortNotice()) {
            said.add(say("leave.note.short-notice", locale, rules.now().leadDays()));
        }
        if (found.overlaps()) {
            said.add(say("leave.note.overlaps", locale));
        }
        return said;
    }

    private String asked(Leave leave, Locale locale) {
        String days = leave.found() == null ? "" : " " + say("leave.days", locale, leave.found().schoolDays());
        return say("leave.asked", locale, day(leave.asked().first(), locale), day(leave.asked().last(), locale)) + days;
    }

    String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(texts.getMessage("leave.day", null, locale), locale).format(day);
    }

    String say(String key, Locale locale, Object... args) {
        return texts.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
