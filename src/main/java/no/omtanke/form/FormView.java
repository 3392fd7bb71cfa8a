package no.omtanke.form;

import java.util.List;
import java.util.stream.Stream;

/** A form ready to be shown; public because templates render only this. */
public record FormView(String formId, List<FieldView> fields, boolean newQuestions) {

    /** The fields where something is to be mended, in order, for a summary; new questions are none. */
    public List<FieldView> errors() {
        return newQuestions
                ? List.of()
                : all(fields).filter(field -> field.error() != null).toList();
    }

    private static Stream<FieldView> all(List<FieldView> fields) {
        return fields.stream().flatMap(field -> Stream.of(
                        Stream.of(field),
                        all(field.children()),
                        field.items().stream().flatMap(item -> all(item.fields())))
                .flatMap(stream -> stream));
    }
}
