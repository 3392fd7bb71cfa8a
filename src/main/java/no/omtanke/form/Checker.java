package no.omtanke.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds what keeps a form, or one page of it, from being sent. */
final class Checker {

    private static final int MOST_ITEMS = 50;

    private final FormDefinition form;
    private final Typed typed;
    private final Sheet sheet;
    private final Locale locale;
    private final FormTexts texts;
    private final ErrorTexts errors;
    private final Feel feel;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    /** One visible question, with what its rule may look at. */
    private record Asked(FormField field, String name, Map<String, Object> scope) {}

    Checker(
            FormDefinition form,
            Typed typed,
            Sheet sheet,
            Locale locale,
            FormTexts texts,
            ErrorTexts errors,
            Feel feel) {
        this.form = form;
        this.typed = typed;
        this.sheet = sheet;
        this.locale = locale;
        this.texts = texts;
        this.errors = errors;
        this.feel = feel;
    }

    Problems check(List<FormField> fields) {
        look(fields, "", sheet.variables());
        asked.forEach(this::rule);
        return new Problems(asked.stream()
                .map(one -> problems.get(one.name()))
                .filter(Objects::nonNull)
                .toList());
    }

    private void look(List<FormField> fields, String prefix, Map<String, Object> scope) {
        FormField.asking(fields).forEach(field -> {
            String name = prefix + field.key();
            if (sheet.hidden(name)) {
                return;
            }
            asked.add(new Asked(field, name, scope));
            if (field.type() == FieldType.LIST) {
                items(field, name);
            } else {
                single(field, name);
            }
        });
    }

    private void single(FormField field, String name) {
        Parsed parsed = sheet.parsed(name);
        if (parsed.problem() != null) {
            wrong(field, name, parsed.problem(), parsed.arguments());
        } else if (parsed.blank() && field.required()) {
            missing(field, name);
        }
    }

    private void items(FormField list, String name) {
        int items = sheet.items(list, name);
        if (items > MOST_ITEMS) {
            wrong(list, name, "list.tooMany", MOST_ITEMS);
            return;
        }
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            if (!sheet.blankItem(list, Names.inItem(name, i))) {
                written.add(i);
            }
        }
        if (written.isEmpty() && list.required()) {
            if (items == 0) {
                missing(list, name);
            } else {
                written.add(0);
            }
        }
        for (int i : written) {
            String item = Names.inItem(name, i);
            look(list.children(), item + ".", sheet.variables(list, item));
        }
    }

    private void missing(FormField field, String name) {
        boolean isNew = !typed.shown(name);
        String key = isNew ? "newQuestion" : "required." + kind(field);
        put(field, name, errors.text(locale, key), isNew);
    }

    private static String kind(FormField field) {
        if (field.isFile()) {
            return "file";
        }
        if (field.choosesFromDirectory() && !field.directory().equals("school")) {
            return "person";
        }
        return switch (field.type()) {
            case NUMBER -> "number";
            case DATE -> "date";
            case TIME -> "time";
            case DATETIME -> "datetime";
            case CHECKBOX -> "checkbox";
            case CHECKLIST -> "checklist";
            case RADIO, SELECT -> "choice";
            case LIST -> "list";
            default -> "text";
        };
    }

    private void rule(Asked one) {
        String rule = one.field().property("rule");
        if (rule == null || problems.containsKey(one.name())) {
            return;
        }
        // What is missing or wrong elsewhere is said there; a rule that reads it would only say it again.
        boolean readsAProblem = asked.stream()
                .filter(other -> problems.containsKey(other.name()))
                .anyMatch(other -> Feel.words(rule).contains(other.field().key()));
        if (!readsAProblem && !feel.isTrue(rule, one.scope())) {
            String message = texts.rule(form, one.field(), locale);
            put(one.field(), one.name(), message == null ? errors.text(locale, "rule") : message, false);
        }
    }

    private void wrong(FormField field, String name, String problem, Object... arguments) {
        put(field, name, errors.text(locale, "wrong." + problem, arguments), false);
    }

    private void put(FormField field, String name, String text, boolean isNew) {
        problems.put(name, new Problem(name, texts.label(form, field, locale), text, field.page(), isNew));
    }
}
