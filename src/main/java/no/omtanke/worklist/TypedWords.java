package no.omtanke.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.omtanke.form.Choice;
import no.omtanke.form.FieldView;
import no.omtanke.form.FormView;
import no.omtanke.form.ReadAnswer;

/** What stands in a form's fields, whole or not, as questions and answers: to read and copy when it can no longer be sent. */
final class TypedWords {

    private TypedWords() {}

    static List<ReadAnswer> of(FormView view) {
        List<ReadAnswer> words = new ArrayList<>();
        view.fields().forEach(field -> add(words, field));
        return words;
    }

    private static void add(List<ReadAnswer> words, FieldView field) {
        if (field.children() != null) {
            field.children().forEach(child -> add(words, child));
        }
        if (field.items() != null) {
            field.items().forEach(item -> item.fields().forEach(child -> add(words, child)));
        }
        String answer = answer(field);
        if (!answer.isBlank()) {
            words.add(new ReadAnswer(field.name(), field.label(), List.of(answer), 0));
        }
    }

    private static String answer(FieldView field) {
        if (List.of("group", "list", "text", "separator").contains(field.type())) {
            return "";
        }
        if (field.files() != null && !field.files().isEmpty()) {
            return String.join(", ", field.files());
        }
        if (field.choices() != null && field.choices().stream().anyMatch(Choice::chosen)) {
            return field.choices().stream().filter(Choice::chosen).map(Choice::label).collect(Collectors.joining(", "));
        }
        if (field.type().equals("checkbox")) {
            return "true".equals(field.value()) ? "✓" : "";
        }
        return field.value() == null ? "" : field.value().replace('T', ' ');
    }
}
