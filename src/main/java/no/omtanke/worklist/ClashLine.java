package no.omtanke.worklist;

import java.util.List;
import java.util.stream.Stream;
import no.omtanke.form.FieldView;
import no.omtanke.form.FormView;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.SharedDraft.Clash;

/**
 * What two people wrote differently, side by side.
 *
 * @param mayKeep whether the reader's own words can still be put in their place
 * @param self the other one is the reader at another window
 */
record ClashLine(
        String unit,
        String label,
        List<ReadAnswer> mine,
        List<ReadAnswer> theirs,
        String who,
        String when,
        boolean mayKeep,
        boolean self) {

    static ClashLine of(Clash clash, FormView now, FormView own, String who, String when, boolean self) {
        return new ClashLine(
                clash.unit(),
                label(clash.unit(), now, own),
                words(clash.unit(), own),
                words(clash.unit(), now),
                who,
                when,
                clash.mayKeep(),
                self);
    }

    private static List<ReadAnswer> words(String unit, FormView view) {
        return TypedWords.of(view).stream().filter(answer -> under(answer.key(), unit)).toList();
    }

    private static boolean under(String name, String unit) {
        return name.equals(unit) || name.startsWith(unit + "[");
    }

    // «Tiltak 2: Hva skal gjøres?»
    private static String label(String unit, FormView now, FormView own) {
        return Stream.of(now, own)
                .flatMap(view -> view.fields().stream().flatMap(field -> labels(field, "")))
                .filter(label -> label[0].equals(unit))
                .map(label -> label[1])
                .findFirst()
                .orElse(unit);
    }

    private static Stream<String[]> labels(FieldView field, String before) {
        return Stream.of(
                        Stream.<String[]>of(new String[] {field.name(), before + field.label()}),
                        field.children().stream().flatMap(child -> labels(child, before)),
                        field.items().stream()
                                .flatMap(item -> item.fields().stream()
                                        .flatMap(child -> labels(child, field.label() + " " + (item.index() + 1) + ": "))))
                .flatMap(labels -> labels);
    }
}
