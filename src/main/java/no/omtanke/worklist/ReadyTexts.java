package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.decision.TextBlock;
import no.omtanke.decision.TextBlocks;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormField;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Component;

/** The municipality's ready texts beside the fields that ask for them, and putting one in after what is written. */
@Component
class ReadyTexts {

    private static final String ACTION = "insert:";
    private static final String CHOSEN = "_block:";

    private final TextBlocks blocks;

    ReadyTexts(TextBlocks blocks) {
        this.blocks = blocks;
    }

    /** By the field's key; nothing for fields that ask for none. */
    Map<String, List<TextBlock>> of(FormDefinition form) {
        Map<String, List<TextBlock>> offered = new LinkedHashMap<>();
        form.all().filter(field -> field.blocks() != null).forEach(field -> {
            List<TextBlock> texts = blocks.of(field.blocks());
            if (!texts.isEmpty()) {
                offered.put(field.key(), texts);
            }
        });
        return offered;
    }

    /** What is typed with the chosen text after it; unchanged when the action is another, or nothing was chosen. */
    Typed insert(FormDefinition form, Typed typed, String action, int school, HttpServletRequest request) {
        if (!action.startsWith(ACTION)) {
            return typed;
        }
        FormField field = form.field(action.substring(ACTION.length())).filter(f -> f.blocks() != null).orElse(null);
        String chosen = field == null ? null : request.getParameter(CHOSEN + field.key());
        if (chosen == null || !chosen.matches("\\d{1,9}")) {
            return typed;
        }
        return blocks.words(field.blocks(), Integer.parseInt(chosen), school)
                .map(words -> typed.with(field.key(), (typed.text(field.key()).strip() + "\n\n" + words).strip()))
                .orElse(typed);
    }
}
