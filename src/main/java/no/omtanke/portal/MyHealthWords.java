package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Reading;
import no.omtanke.health.HealthContacts.MyContact;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One's own contact with the health service in words. */
@Component
class MyHealthWords {

    private final FormCatalog catalog;
    private final FormTexts forms;
    private final Reading reading;
    private final When when;

    MyHealthWords(FormCatalog catalog, FormTexts forms, Reading reading, When when) {
        this.catalog = catalog;
        this.forms = forms;
        this.reading = reading;
        this.when = when;
    }

    /** @param proven whether what the health service wrote may be shown, too */
    void add(Model model, MyContact contact, boolean proven, Locale locale) {
        model.addAttribute("closed", !contact.file().open());
        model.addAttribute("answerWaits", !proven && !contact.answers().isEmpty());
        model.addAttribute("answers", proven ? contact.answers().stream().map(e -> answer(e, locale)).toList() : List.of());
        model.addAttribute("proposed", proven ? HealthConsentController.words(Optional.ofNullable(contact.proposed())) : null);
        model.addAttribute("written", contact.written().stream().map(e -> written(e, locale)).toList());
    }

    private Message answer(Entry entry, Locale locale) {
        return new Message(
                "",
                when.dayAndHour(entry.writtenAt(), locale),
                List.of(new AnswerRow("", Answers.fromJson(entry.json()).text("answer"), null)));
    }

    private Message written(Entry entry, Locale locale) {
        return new Message(
                forms.title(entry.formId(), locale, ""),
                when.dayAndHour(entry.writtenAt(), locale),
                reading.read(catalog.form(entry.formId()), Answers.fromJson(entry.json()), locale).stream()
                        .map(a -> new AnswerRow(a.label(), String.join("\n", a.values()), null))
                        .toList());
    }
}
