package no.omtanke.form;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The words of a form in the reader's language: bokmål from the form itself, the others from the text files beside it.
 * Public because task lists and pages show a form's title and the duty behind it.
 */
@Service
public class FormTexts {

    private final Texts texts;

    @Autowired
    FormTexts() {
        this("classpath*:forms/**/texts_{language}.properties");
    }

    FormTexts(String pattern) {
        this.texts = new Texts(pattern);
    }

    /** What to do, verb first. */
    public String title(String formId, Locale locale, String fallback) {
        String title = texts.find(formId + ".title", locale);
        return title == null ? fallback : title;
    }

    /** The duty behind the task in one sentence. */
    public Optional<String> duty(String formId, Locale locale) {
        return Optional.ofNullable(texts.find(formId + ".duty", locale));
    }

    /** What happens when the form is sent. */
    public Optional<String> after(String formId, Locale locale) {
        return Optional.ofNullable(texts.find(formId + ".after", locale));
    }

    /** The label of a question or a page. */
    public String label(FormDefinition form, String key, Locale locale) {
        return form.field(key).map(field -> label(form, field, locale)).orElse(key);
    }

    /** The label of one answer to choose; the value itself when the form no longer offers it. */
    public String option(FormDefinition form, String key, String value, Locale locale) {
        return form.field(key).stream()
                .flatMap(field -> field.options().stream())
                .filter(option -> option.value().equals(value))
                .map(option -> own(form, key + ".option." + value, locale, option.label()))
                .findFirst()
                .orElse(value);
    }

    String label(FormDefinition form, FormField field, Locale locale) {
        String part = field.type() == FieldType.TEXT ? ".text" : ".label";
        return own(form, field.key() + part, locale, field.label());
    }

    String help(FormDefinition form, FormField field, Locale locale) {
        return field.help() == null ? null : own(form, field.key() + ".description", locale, field.help());
    }

    /** What to do when a rule across fields does not hold, or null. */
    String rule(FormDefinition form, FormField field, Locale locale) {
        return own(form, field.key() + ".rule", locale, field.property("ruleMessage"));
    }

    /** The button that adds an item to a list, or null. */
    String add(FormDefinition form, FormField field, Locale locale) {
        return texts.find(form.id() + "." + field.key() + ".add", locale);
    }

    private String own(FormDefinition form, String key, Locale locale, String bokmal) {
        String own = Texts.language(locale).equals("nb") ? null : texts.own(form.id() + "." + key, locale);
        return own == null ? bokmal : own;
    }
}
