package no.omtanke.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Takes the answers of a form apart into what stands where in the letter, by the form's own properties. */
@Component
class DecisionText {

    private final FormCatalog catalog;
    private final Reading reading;
    private final MessageSource texts;

    DecisionText(FormCatalog catalog, Reading reading, MessageSource texts) {
        this.catalog = catalog;
        this.reading = reading;
        this.texts = texts;
    }

    /** What was decided, why and by which rule. Without its words in a log. */
    record Parts(String title, List<ReadAnswer> outcome, List<ReadAnswer> grounds, List<ReadAnswer> basis) {

        @Override
        public String toString() {
            return "decision";
        }
    }

    Parts parts(Answers answers, Locale language) {
        FormDefinition form = catalog.form(answers.formId());
        Map<String, List<ReadAnswer>> parts = reading.read(form, answers, language).stream()
                .filter(answer -> place(form).apply(answer) != null)
                .collect(Collectors.groupingBy(place(form)));
        return new Parts(
                title(form.decision(), language),
                reading.read(form, answers, language).stream()
                        .filter(answer -> List.of("outcome", "term").contains(String.valueOf(place(form).apply(answer))))
                        .toList(),
                parts.getOrDefault("grounds", List.of()),
                parts.getOrDefault("basis", List.of()));
    }

    String title(String kind, Locale language) {
        return texts.getMessage(
                "letter.decision.kind." + kind, null, texts.getMessage("letter.decision.kind.other", null, language), language);
    }

    private static Function<ReadAnswer, String> place(FormDefinition form) {
        return answer -> form.field(answer.key()).map(field -> field.letter()).orElse(null);
    }
}
