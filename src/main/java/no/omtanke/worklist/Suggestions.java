package no.omtanke.worklist;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.plan.MeasureExample;
import no.omtanke.plan.MeasureExamples;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Measures from the municipality's library that somebody drafting may begin from. */
@Component
class Suggestions {

    private static final String USE = "use:planMeasures:";

    private final MeasureExamples examples;
    private final Forms forms;
    private final MessageSource messages;

    Suggestions(MeasureExamples examples, Forms forms, MessageSource messages) {
        this.examples = examples;
        this.forms = forms;
        this.messages = messages;
    }

    /** One kind of problem with its examples. */
    record Kind(String name, List<MeasureExample> examples) {}

    List<Kind> in(Locale locale) {
        Map<String, List<MeasureExample>> kinds = new LinkedHashMap<>(examples.all(locale.getLanguage()));
        return kinds.entrySet().stream()
                .map(e -> new Kind(messages.getMessage("planboard.kind." + e.getKey(), null, e.getKey(), locale), e.getValue()))
                .toList();
    }

    /** Carries out {@code use:planMeasures:<example>}; anything else changes nothing. */
    Typed use(FormDefinition form, Typed typed, String action) {
        if (!action.startsWith(USE) || !action.substring(USE.length()).matches("\\d{1,18}")) {
            return typed;
        }
        return examples.find(Long.parseLong(action.substring(USE.length())))
                .map(example -> forms.addItem(form, typed, "planMeasures", texts(example)))
                .orElse(typed);
    }

    private static Map<String, String> texts(MeasureExample example) {
        Map<String, String> texts = new HashMap<>();
        texts.put("planWhat", example.what());
        texts.put("planTarget", example.target().code());
        texts.put("planOften", example.often().code());
        if (example.why() != null) {
            texts.put("planWhy", example.why());
        }
        if (example.listText() != null) {
            texts.put("planList", example.listText());
        }
        return texts;
    }
}
