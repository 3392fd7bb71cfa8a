package no.omtanke.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Puts stored answers back into words; public because pages and letters show what was answered. */
@Service
public class Reading {

    private final People people;
    private final FormTexts texts;
    private final ErrorTexts words;

    Reading(People people, FormTexts texts, ErrorTexts words) {
        this.people = people;
        this.texts = texts;
        this.words = words;
    }

    /** Questions and answers in the form's order. An answer whose question has left the form since comes last. */
    public List<ReadAnswer> read(FormDefinition form, Answers answers, Locale locale) {
        List<ReadAnswer> read = new ArrayList<>();
        Map<String, Object> left = new LinkedHashMap<>(answers.values());
        FormField.asking(form.fields()).forEach(field -> {
            Object value = left.remove(field.key());
            if (value != null) {
                read.add(new ReadAnswer(
                        field.key(),
                        texts.label(form, field, locale),
                        values(form, field, value, locale),
                        field.page()));
            }
        });
        left.forEach((key, value) -> read.add(new ReadAnswer(key, key, List.of(plain(value)), 0)));
        return read;
    }

    private List<String> values(FormDefinition form, FormField field, Object value, Locale locale) {
        List<?> many = value instanceof List<?> list ? list : List.of(value);
        return many.stream().map(one -> word(form, field, one, locale)).toList();
    }

    private String word(FormDefinition form, FormField field, Object value, Locale locale) {
        if (value instanceof Map<?, ?> item) {
            return item(form, field, item, locale);
        }
        String text = plain(value);
        if (value instanceof Boolean yes) {
            return words.text(locale, yes ? "yes" : "no");
        }
        if (field.isFile()) {
            return ViewBuilder.fileName(text);
        }
        if (field.choosesFromDirectory()) {
            return people.label(field.directory(), text).orElse(text);
        }
        if (field.type().choice()) {
            return texts.option(form, field.key(), text, locale);
        }
        return switch (field.type()) {
            case NUMBER -> locale.getLanguage().equals("en") ? text : text.replace('.', ',');
            case DATE, TIME, DATETIME -> DateWords.of(text, locale);
            default -> text;
        };
    }

    private String item(FormDefinition form, FormField list, Map<?, ?> item, Locale locale) {
        List<String> parts = new ArrayList<>();
        FormField.asking(list.children()).forEach(child -> {
            Object value = item.get(child.key());
            if (value != null) {
                String answer = String.join(", ", values(form, child, value, locale));
                parts.add(texts.label(form, child, locale) + ": " + answer);
            }
        });
        return String.join("\n", parts);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
