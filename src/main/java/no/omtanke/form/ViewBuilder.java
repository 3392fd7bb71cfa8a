package no.omtanke.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what a template needs of a filled sheet. */
final class ViewBuilder {

    private final FormDefinition form;
    private final Sheet sheet;
    private final Choices choices;
    private final Locale locale;
    private final FormTexts texts;
    private final ErrorTexts errors;
    private final Problems problems;
    private final Set<String> conditionsReadThese;

    ViewBuilder(
            FormDefinition form,
            Sheet sheet,
            Choices choices,
            Locale locale,
            FormTexts texts,
            ErrorTexts errors,
            Problems problems) {
        this.form = form;
        this.sheet = sheet;
        this.choices = choices;
        this.locale = locale;
        this.texts = texts;
        this.errors = errors;
        this.problems = problems;
        this.conditionsReadThese = form.all()
                .filter(field -> field.hide() != null)
                .flatMap(field -> Feel.words(field.hide()).stream())
                .collect(Collectors.toSet());
    }

    List<FieldView> fields(List<FormField> fields, String prefix) {
        return fields.stream()
                .filter(field -> !sheet.hidden(prefix + field.key()))
                .map(field -> field(field, prefix))
                .toList();
    }

    private FieldView field(FormField field, String prefix) {
        String name = prefix + field.key();
        List<String> raw = sheet.raw(field, name);
        boolean typedInto = choices.typedInto(field);
        return new FieldView(
                name,
                Names.id(name),
                type(field, typedInto),
                texts.label(form, field, locale),
                texts.help(form, field, locale),
                field.required(),
                value(field, name, raw, typedInto),
                field.type().choice() ? choices(field, raw, typedInto) : List.of(),
                problems.beside(name).orElse(null),
                field.type() == FieldType.GROUP ? fields(field.children(), prefix) : List.of(),
                field.type() == FieldType.LIST ? items(field, name) : List.of(),
                field.type() == FieldType.LIST ? addLabel(field) : null,
                field.property("autocomplete"),
                inputMode(field),
                maxLength(field),
                conditionsReadThese.contains(field.key()),
                field.isFile() ? raw.stream().map(ViewBuilder::fileName).toList() : List.of());
    }

    private static String type(FormField field, boolean typedInto) {
        if (typedInto) {
            return "directory";
        }
        if (field.isFile()) {
            return "file";
        }
        return field.isFaces() ? "faces" : field.type().name().toLowerCase(Locale.ROOT);
    }

    private String value(FormField field, String name, List<String> raw, boolean typedInto) {
        String first = raw.isEmpty() ? "" : raw.get(0);
        if (field.type() == FieldType.CHECKBOX) {
            return Boolean.TRUE.equals(sheet.parsed(name).value()) ? "true" : "";
        }
        if (typedInto) {
            return choices.entry(field, first).map(People.Entry::label).orElse(first);
        }
        // Where it could be understood it is shown as the browser's own field wants it, else as it was typed.
        Object understood = field.type().temporal() ? sheet.parsed(name).value() : null;
        return understood == null ? first : understood.toString();
    }

    private List<Choice> choices(FormField field, List<String> raw, boolean typedInto) {
        if (field.choosesFromDirectory()) {
            List<String> chosen = raw.stream()
                    .flatMap(text -> choices.resolve(field, text).stream())
                    .toList();
            return choices.entries(field).stream()
                    .map(entry -> new Choice(
                            typedInto ? entry.label() : entry.id(),
                            entry.label(),
                            chosen.contains(entry.id()),
                            entry.group()))
                    .toList();
        }
        return field.options().stream()
                .map(option -> new Choice(
                        option.value(),
                        texts.option(form, field.key(), option.value(), locale),
                        raw.contains(option.value()),
                        null))
                .toList();
    }

    private List<ListItem> items(FormField list, String name) {
        List<ListItem> items = new ArrayList<>();
        for (int i = 0; i < sheet.items(list, name); i++) {
            items.add(new ListItem(i, fields(list.children(), Names.inItem(name, i) + ".")));
        }
        return items;
    }

    private String addLabel(FormField list) {
        String own = texts.add(form, list, locale);
        return own == null ? errors.text(locale, "add") : own;
    }

    private static String inputMode(FormField field) {
        if (field.type() == FieldType.NUMBER) {
            Integer digits = field.limits().decimalDigits();
            return digits != null && digits == 0 ? "numeric" : "decimal";
        }
        String kind = field.limits().validationType();
        return kind == null ? null : kind.equals("phone") ? "tel" : kind;
    }

    private static Integer maxLength(FormField field) {
        return field.type() == FieldType.TEXTAREA || field.type() == FieldType.TEXTFIELD && !field.isFile()
                ? Integer.valueOf(field.limits().maxLengthOr(field.type()))
                : null;
    }

    /** A stored file's reference may carry its id in front: {@code id|name}. */
    static String fileName(String reference) {
        return reference.substring(reference.indexOf('|') + 1);
    }
}
