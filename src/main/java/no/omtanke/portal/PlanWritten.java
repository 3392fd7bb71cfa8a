package no.omtanke.portal;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Reading;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import org.springframework.stereotype.Component;

/** What one guardian has written about a plan, and finds again: their own, nobody else's. */
@Component
class PlanWritten {

    private static final Set<String> OWN = Set.of("guardian-view", "guardian-evaluation", PlanMessageSend.FORM, PlanMessageSend.NOT_HEARD);

    private final FormCatalog catalog;
    private final FormTexts forms;
    private final Reading reading;
    private final When when;

    PlanWritten(FormCatalog catalog, FormTexts forms, Reading reading, When when) {
        this.catalog = catalog;
        this.forms = forms;
        this.reading = reading;
        this.when = when;
    }

    /** Newest first. */
    List<Message> by(OwnPlan own, Locale locale) {
        List<Message> written = own.open().entries().stream()
                .filter(e -> OWN.contains(e.formId()) && e.authorKind().equals("guardian"))
                .filter(e -> Long.valueOf(own.person().id()).equals(e.authorId()))
                .filter(e -> own.plan().pupil() == null || own.plan().pupil().equals(e.about()))
                .map(e -> message(e, locale))
                .collect(Collectors.toList());
        Collections.reverse(written);
        return written;
    }

    /** What was answered to this person, newest first; somebody who was answered by telephone has nothing to read. */
    List<Message> answers(OwnPlan own, Locale locale) {
        List<Message> answers = own.answers().stream()
                .filter(e -> !Answers.fromJson(e.json()).text("answer").isEmpty())
                .map(e -> new Message(
                        "",
                        when.dayAndHour(e.writtenAt(), locale),
                        List.of(new AnswerRow("", Answers.fromJson(e.json()).text("answer"), null))))
                .collect(Collectors.toList());
        Collections.reverse(answers);
        return answers;
    }

    private Message message(Entry entry, Locale locale) {
        return new Message(
                forms.title(entry.formId(), locale, ""),
                when.dayAndHour(entry.writtenAt(), locale),
                reading.read(catalog.form(entry.formId()), Answers.fromJson(entry.json()), locale).stream()
                        .map(a -> new AnswerRow(a.label(), String.join("\n", a.values()), null))
                        .toList());
    }
}
