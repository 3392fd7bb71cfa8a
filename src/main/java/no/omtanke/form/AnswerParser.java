package no.omtanke.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands what was typed into one field. Does not ask whether the field is required or hidden. */
final class AnswerParser {

    private final Choices choices;
    private final Clock clock;

    AnswerParser(Choices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    Parsed parse(FormField field, List<String> raw) {
        String first = raw.isEmpty() ? "" : raw.get(0);
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> field.isFile() ? files(raw) : TextParser.parse(field, first);
            case NUMBER -> NumberParser.parse(field, first);
            case DATE -> date(field, first.strip());
            case TIME -> time(first.strip());
            case DATETIME -> dateTime(field, first.strip());
            case CHECKBOX -> Parsed.of(raw.stream().anyMatch(text -> !text.isBlank() && !text.equals("false")));
            case RADIO, SELECT -> choice(field, first.strip());
            case CHECKLIST -> checklist(field, raw);
            default -> Parsed.BLANK;
        };
    }

    private static Parsed files(List<String> raw) {
        List<String> files = raw.stream().filter(file -> !file.isBlank()).toList();
        return files.isEmpty() ? Parsed.BLANK : Parsed.of(files);
    }

    private Parsed date(FormField field, String text) {
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        Optional<LocalDate> date = DateParser.date(text);
        if (date.isEmpty()) {
            return Parsed.wrong("date");
        }
        if (field.limits().noPastDates() && date.get().isBefore(LocalDate.now(clock))) {
            return Parsed.wrong("date.past");
        }
        return Parsed.of(date.get().toString());
    }

    private static Parsed time(String text) {
        return text.isEmpty()
                ? Parsed.BLANK
                : DateParser.time(text).map(LocalTime::toString).map(Parsed::of).orElse(Parsed.wrong("time"));
    }

    private Parsed dateTime(FormField field, String text) {
        int middle = text.indexOf('T');
        Parsed date = date(field, middle < 0 ? text : text.substring(0, middle));
        Parsed time = time(middle < 0 ? "" : text.substring(middle + 1));
        if (date.problem() != null || time.problem() != null) {
            return date.problem() != null ? date : time;
        }
        if (date.blank() && time.blank()) {
            return Parsed.BLANK;
        }
        if (date.blank() || time.blank()) {
            return Parsed.wrong(date.blank() ? "datetime.noDate" : "datetime.noTime");
        }
        return Parsed.of(date.value() + "T" + time.value());
    }

    private Parsed choice(FormField field, String text) {
        return text.isEmpty()
                ? Parsed.BLANK
                : choices.resolve(field, text).map(Parsed::of).orElse(Parsed.wrong(unknown(field)));
    }

    private Parsed checklist(FormField field, List<String> raw) {
        List<String> chosen = new ArrayList<>();
        for (String text : raw) {
            if (!text.isBlank()) {
                Optional<String> value = choices.resolve(field, text.strip());
                if (value.isEmpty()) {
                    return Parsed.wrong(unknown(field));
                }
                chosen.add(value.get());
            }
        }
        return chosen.isEmpty()
                ? Parsed.BLANK
                : Parsed.of(chosen.stream().distinct().toList());
    }

    private static String unknown(FormField field) {
        return field.choosesFromDirectory() ? "directory" : "choice";
    }
}
