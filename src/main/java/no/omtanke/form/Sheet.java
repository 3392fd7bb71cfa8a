package no.omtanke.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form laid over what was typed: what each field holds, and which fields are hidden because of it. */
final class Sheet {

    /** Conditions that depend on conditions settle in a few rounds; a circle of them must still end. */
    private static final int ROUNDS = 10;

    private final FormContext context;
    private final Raw raw;
    private final Feel feel;
    private final Map<String, Parsed> parsed = new HashMap<>();
    private Set<String> hidden = Set.of();
    private Map<String, Object> variables = Map.of();

    private Sheet(FormContext context, Raw raw, Feel feel) {
        this.context = context;
        this.raw = raw;
        this.feel = feel;
    }

    /** Prefilled means: a field that was never shown holds its default. */
    static Sheet fill(
            FormDefinition form, FormContext context, Typed typed, boolean prefilled, AnswerParser parser, Feel feel) {
        Sheet sheet = new Sheet(context, new Raw(typed, prefilled, context.defaults()), feel);
        sheet.parse(form.fields(), "", parser);
        sheet.settle(form);
        return sheet;
    }

    boolean hidden(String name) {
        return hidden.contains(name);
    }

    Parsed parsed(String name) {
        return parsed.getOrDefault(name, Parsed.BLANK);
    }

    /** What expressions see at the top of the form. */
    Map<String, Object> variables() {
        return variables;
    }

    /** What expressions see inside one item of a list. */
    Map<String, Object> variables(FormField list, String item) {
        return inItem(list, item, variables, hidden);
    }

    List<String> raw(FormField field, String name) {
        return raw.of(field, name);
    }

    int items(FormField list, String name) {
        return raw.items(list, name);
    }

    /**
     * Whether nobody has written anything into an item of a list. What stood there from the start does not count,
     * whatever the clock said then.
     */
    boolean blankItem(FormField list, String item) {
        List<FormField> asking = FormField.asking(list.children()).toList();
        boolean allPrefilled = asking.stream().allMatch(child -> child.property("default") != null);
        return asking.stream()
                .filter(child -> allPrefilled || child.property("default") == null)
                .allMatch(child -> parsed(item + "." + child.key()).blank());
    }

    private void parse(List<FormField> fields, String prefix, AnswerParser parser) {
        FormField.asking(fields).forEach(field -> {
            String name = prefix + field.key();
            if (field.type() == FieldType.LIST) {
                for (int i = 0; i < items(field, name); i++) {
                    parse(field.children(), Names.inItem(name, i) + ".", parser);
                }
            } else {
                parsed.put(name, parser.parse(field, raw(field, name)));
            }
        });
    }

    private void settle(FormDefinition form) {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> scope = new HashMap<>(context.facts());
            fillIn(form.fields(), "", scope, hidden);
            Set<String> found = new HashSet<>();
            hide(form.fields(), "", false, scope, found);
            boolean settled = found.equals(hidden);
            hidden = found;
            if (settled) {
                break;
            }
        }
        variables = new HashMap<>(context.facts());
        fillIn(form.fields(), "", variables, hidden);
    }

    private void hide(
            List<FormField> fields, String prefix, boolean within, Map<String, Object> scope, Set<String> found) {
        for (FormField field : fields) {
            String name = prefix + field.key();
            boolean gone = within || field.hide() != null && feel.isTrue(field.hide(), scope);
            if (gone) {
                found.add(name);
            }
            if (field.type() == FieldType.GROUP) {
                hide(field.children(), prefix, gone, scope, found);
            } else if (field.type() == FieldType.LIST) {
                for (int i = 0; i < items(field, name); i++) {
                    String item = Names.inItem(name, i);
                    hide(field.children(), item + ".", gone, inItem(field, item, scope, found), found);
                }
            }
            if (field.type().asks()) {
                scope.put(field.key(), gone ? context.facts().get(field.key()) : value(field, name, found));
            }
        }
    }

    private void fillIn(List<FormField> fields, String prefix, Map<String, Object> scope, Set<String> hidden) {
        FormField.asking(fields).forEach(field -> {
            String name = prefix + field.key();
            scope.put(
                    field.key(), hidden.contains(name) ? context.facts().get(field.key()) : value(field, name, hidden));
        });
    }

    private Map<String, Object> inItem(FormField list, String item, Map<String, Object> outer, Set<String> hidden) {
        Map<String, Object> scope = new HashMap<>(outer);
        fillIn(list.children(), item + ".", scope, hidden);
        return scope;
    }

    private Object value(FormField field, String name, Set<String> hidden) {
        if (field.type() != FieldType.LIST) {
            return parsed(name).value();
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < items(field, name); i++) {
            String item = Names.inItem(name, i);
            if (!blankItem(field, item)) {
                items.add(answers(field.children(), item + ".", hidden));
            }
        }
        return items;
    }

    /** The answers of one scope that are there and not hidden. */
    Map<String, Object> answers(List<FormField> fields, String prefix) {
        return answers(fields, prefix, hidden);
    }

    private Map<String, Object> answers(List<FormField> fields, String prefix, Set<String> hidden) {
        Map<String, Object> answers = new LinkedHashMap<>();
        FormField.asking(fields).forEach(field -> {
            String name = prefix + field.key();
            Object value = hidden.contains(name) ? null : value(field, name, hidden);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                answers.put(field.key(), value);
            }
        });
        return answers;
    }
}
