package no.omtanke.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FieldView;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Component;

/** Every question of a report with its answer, also the unanswered ones, each with the way back to it. */
@Component
class CheckRows {

    private static final Set<String> SILENT = Set.of("text", "separator");

    private final Forms forms;
    private final Reading reading;

    CheckRows(Forms forms, Reading reading) {
        this.forms = forms;
        this.reading = reading;
    }

    List<AnswerSection> of(FormDefinition form, Typed typed, FormContext context, ReportDoor door) {
        List<AnswerSection> sections = new ArrayList<>();
        for (int page : forms.visiblePages(form, typed, context)) {
            Map<String, String> answered = answered(form, typed, context, page);
            String change = ReportPages.address(door, page) + "&endre";
            for (FieldView group : forms.view(form, page, typed, context).fields()) {
                sections.add(new AnswerSection(
                        group.label(),
                        leaves(group)
                                .map(f -> new AnswerRow(
                                        f.label(), answered.get(f.name()), change + "#" + f.id()))
                                .toList()));
            }
        }
        return sections;
    }

    private Map<String, String> answered(FormDefinition form, Typed typed, FormContext context, int page) {
        Answers answers = forms.check(form, page, typed, context) instanceof Check.Valid valid
                ? valid.answers()
                : new Answers(form.id(), Map.of());
        return reading.read(form, answers, context.locale()).stream()
                .collect(Collectors.toMap(ReadAnswer::key, a -> String.join("\n", a.values())));
    }

    private static Stream<FieldView> leaves(FieldView field) {
        return field.type().equals("group")
                ? field.children().stream().flatMap(CheckRows::leaves)
                : Stream.of(field).filter(f -> !SILENT.contains(f.type()));
    }
}
