package no.omtanke.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.omtanke.process.Fact;

/** Finds what is wrong with a form before anybody sees it. */
final class FormLint {

    private static final Set<String> FACTS =
            Arrays.stream(Fact.values()).map(Fact::variable).collect(Collectors.toSet());
    private static final Set<String> ROLES =
            Set.of("affected", "involved", "witness", "accused", "responsible", "investigator", "intervener");
    private static final Set<String> FEEL_WORDS = Set.of(
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "true",
            "false",
            "null",
            "some",
            "every",
            "in",
            "satisfies",
            "for",
            "return",
            "between",
            "instance",
            "of",
            "count",
            "contains",
            "list",
            "date",
            "time",
            "today",
            "now",
            "string",
            "length",
            "number",
            "sum",
            "min",
            "max",
            "matches",
            "item",
            "duration",
            "is",
            "defined",
            "byLink");
    private static final Set<String> PROPERTIES = Set.of(
            "directory",
            "fact",
            "factValue",
            "party",
            "partyFrom",
            "widget",
            "autocomplete",
            "rule",
            "ruleMessage",
            "default",
            "required",
            "shared",
            "story",
            "keepBack",
            "letter",
            "blocks",
            "passTo");

    private final Feel feel;
    private final Texts texts = new Texts("classpath*:forms/**/texts_{language}.properties");

    FormLint(Feel feel) {
        this.feel = feel;
    }

    List<String> form(FormDefinition form) {
        List<String> problems = new ArrayList<>();
        List<FormField> all = form.all().toList();
        Set<String> keys = all.stream().map(FormField::key).collect(Collectors.toSet());
        for (FormField field : all) {
            if (field.type() != FieldType.SEPARATOR) {
                new FieldLint(field, all, keys, problems).look();
            }
        }
        decides(form, problems);
        return problems;
    }

    /** What a form that decides must say of each of its questions: where the answer stands in the letter. */
    private static void decides(FormDefinition form, List<String> problems) {
        form.properties().keySet().stream()
                .filter(property -> !property.equals("decision"))
                .forEach(property -> problems.add(form.id() + ": the form has the unknown property " + property));
        FormField.asking(form.fields())
                .filter(field -> (form.decision() == null) != (field.letter() == null))
                .forEach(field -> problems.add(field.key() + ": "
                        + (form.decision() == null ? "stands in no letter" : "does not say where it stands in the letter")));
        if (form.decision() != null
                && FormField.asking(form.fields()).noneMatch(field -> "outcome".equals(field.letter()))) {
            problems.add(form.id() + ": decides nothing");
        }
    }

    private final class FieldLint {
        private final FormField field;
        private final List<FormField> all;
        private final Set<String> keys;
        private final List<String> problems;

        FieldLint(FormField field, List<FormField> all, Set<String> keys, List<String> problems) {
            this.field = field;
            this.all = all;
            this.keys = keys;
            this.problems = problems;
        }

        void look() {
            wrongIf(all.stream().filter(f -> f.key().equals(field.key())).count() > 1, "two components have this key");
            wrongIf(!field.key().matches("[a-z][A-Za-z0-9]*"), "the key is not camelCase");
            wrongIf(field.label() == null, "has no label");
            options();
            expressions();
            meaning();
            wrongIf(
                    field.type() == FieldType.LIST
                            && field.children().stream()
                                    .flatMap(FormField::withDescendants)
                                    .anyMatch(child -> child.type() == FieldType.LIST || child.isFile()),
                    "a list holds neither lists nor attachments");
        }

        private void options() {
            if (!field.type().choice() || field.directory() != null) {
                return;
            }
            wrongIf(field.options().isEmpty(), "has no options");
            wrongIf(
                    field.options().stream()
                            .anyMatch(option ->
                                    option.value().isBlank() || option.label().isBlank()),
                    "has an option without value or label");
            wrongIf(
                    field.options().stream().map(Option::value).distinct().count()
                            < field.options().size(),
                    "has two options with one value");
        }

        private void expressions() {
            expression("hide", field.hide());
            expression("rule", field.property("rule"));
            expression("factValue", field.property("factValue"));
            expression("keepBack", field.property("keepBack"));
            wrongIf(field.property("rule") != null && field.property("ruleMessage") == null, "its rule has no message");
        }

        private void expression(String name, String expression) {
            if (expression == null) {
                return;
            }
            wrongIf(!feel.parses(expression), name + " is no FEEL expression");
            wrongIf(!expression.startsWith("="), name + " does not begin with =");
            if (feel.parses(expression)) {
                Feel.words(expression).stream()
                        .filter(word -> !keys.contains(word) && !FACTS.contains(word) && !FEEL_WORDS.contains(word))
                        .forEach(word -> wrongIf(
                                true,
                                name + " mentions " + word + ", which is neither a question of this form nor a fact"));
            }
        }

        private void meaning() {
            String fact = field.property("fact");
            wrongIf(fact != null && !FACTS.contains(fact), "sets the fact " + fact + ", which is not on the list");
            wrongIf(field.property("factValue") != null && fact == null, "has a factValue without a fact");
            String party = field.property("party");
            wrongIf(party != null && !ROLES.contains(party), "knows no party " + party);
            wrongIf(
                    party != null && field.directory() == null,
                    "makes a party of what is not chosen from the directory");
            String passTo = field.property("passTo");
            wrongIf(passTo != null && !ROLES.contains(passTo), "passes on to no party " + passTo);
            String from = field.property("partyFrom");
            wrongIf(from != null && !keys.contains(from), "partyFrom names no question");
            wrongIf(
                    from != null
                            && all.stream()
                                    .filter(f -> f.key().equals(from))
                                    .flatMap(f -> f.options().stream())
                                    .anyMatch(option -> !ROLES.contains(option.value())),
                    "partyFrom's options are not all roles");
            wrongIf(
                    field.directory() != null
                            && !Set.of("pupil", "staff", "leadership", "owner", "school", "guardian", "own-child").contains(field.directory()),
                    "knows no directory " + field.directory());
            wrongIf(
                    field.property("widget") != null && !Set.of("faces", "file").contains(field.property("widget")),
                    "knows no widget " + field.property("widget"));
            wrongIf(
                    field.property("default") != null
                            && !Set.of("now", "today", "responsible", "affected", "previous")
                                    .contains(field.property("default")),
                    "knows no default " + field.property("default"));
            wrongIf(
                    field.letter() != null && !Set.of("outcome", "term", "grounds", "basis", "none").contains(field.letter()),
                    "knows no place " + field.letter() + " in a letter");
            wrongIf(field.blocks() != null && field.type() != FieldType.TEXTAREA, "offers texts where nobody writes");
            wrongIf(
                    field.property("story") != null
                            && (!field.property("story").equals("true") || field.type() != FieldType.TEXTAREA),
                    "is no story that somebody writes");
            wrongIf(
                    field.property("shared") != null && !field.property("shared").equals("true"),
                    "is shared or says nothing about it");
            wrongIf(
                    field.isFile() && all.stream().anyMatch(f -> f.property("shared") != null),
                    "attaches files to a form that several people write");
            field.properties().keySet().stream()
                    .filter(property -> !PROPERTIES.contains(property))
                    .forEach(property -> wrongIf(true, "has the unknown property " + property));
            wrongIf(
                    field.limits().validationType() != null
                            && !Set.of("email", "phone").contains(field.limits().validationType()),
                    "knows no validation " + field.limits().validationType());
        }

        private void wrongIf(boolean wrong, String problem) {
            if (wrong) {
                problems.add(field.key() + ": " + problem);
            }
        }
    }

    /** The text keys that are missing, with their language. */
    List<String> texts(FormDefinition form) {
        List<String> missing = new ArrayList<>();
        for (String language : List.of("nb", "nn", "en")) {
            Set<String> wanted = language.equals("nb") ? bokmal(form) : all(form);
            wanted.stream()
                    .filter(key -> texts.all(language).getProperty(key, "").isBlank())
                    .forEach(key -> missing.add(language + ": " + key));
        }
        return missing;
    }

    /** Texts that belong to no question of any form and to no task that shares another's form. */
    List<String> leftovers(List<FormDefinition> forms, Set<String> tasks) {
        Set<String> known = new HashSet<>();
        forms.forEach(form -> known.addAll(all(form)));
        tasks.forEach(task -> known.addAll(words(task)));
        List<String> leftovers = new ArrayList<>();
        for (String language : List.of("nb", "nn", "en")) {
            texts.all(language).stringPropertyNames().stream()
                    .filter(key -> !known.contains(key))
                    .sorted()
                    .forEach(key -> leftovers.add(language + ": " + key));
        }
        return leftovers;
    }

    /** What a form itself cannot carry. */
    private static Set<String> bokmal(FormDefinition form) {
        Set<String> keys = words(form.id());
        form.all()
                .filter(field -> field.type() == FieldType.LIST)
                .forEach(list -> keys.add(form.id() + "." + list.key() + ".add"));
        return keys;
    }

    private static Set<String> words(String task) {
        return new TreeSet<>(Set.of(task + ".title", task + ".duty", task + ".after"));
    }

    private static Set<String> all(FormDefinition form) {
        Set<String> keys = bokmal(form);
        form.all().filter(field -> field.type() != FieldType.SEPARATOR).forEach(field -> {
            String start = form.id() + "." + field.key() + ".";
            keys.add(start + (field.type() == FieldType.TEXT ? "text" : "label"));
            if (field.help() != null) {
                keys.add(start + "description");
            }
            if (field.property("rule") != null) {
                keys.add(start + "rule");
            }
            field.options().forEach(option -> keys.add(start + "option." + option.value()));
        });
        return keys;
    }
}
