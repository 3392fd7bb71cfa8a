package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Something one declares in a case outside of a task: a short form, read once more before it is sent. */
@Component
class Declarations {

    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final Reading reading;

    Declarations(FormCatalog catalog, Forms forms, FormTexts texts, Reading reading) {
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.reading = reading;
    }

    /** @param form the form's id @param path where the page is @param back where the reader came from */
    record Place(String form, String path, String back, CaseFile file) {}

    String ask(Place place, Model page, Locale locale) {
        return ask(place, Typed.empty(), Problems.none(), page, locale);
    }

    /** Looks at answers that are whole: what still stands against them, beside which question. */
    interface Also {
        Problems problems(Answers answers);
    }

    /** What was declared, once it was checked and sent; until then the page to show stands in the model. */
    Optional<Answers> sent(
            Place place, HttpServletRequest request, HttpServletResponse response, Model page, Locale locale) {
        return sent(place, request, response, page, locale, answers -> Problems.none());
    }

    /** A problem beside a question of the place's form. */
    Problem problem(Place place, String key, String text, Locale locale) {
        FormDefinition form = catalog.form(place.form());
        return new Problem(key, texts.label(form, key, locale), text, form.field(key).orElseThrow().page(), false);
    }

    /** The same, where more than the form itself must be right. */
    Optional<Answers> sent(
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            Locale locale,
            Also also) {
        Typed typed = Typed.from(request.getParameterMap());
        Check check = forms.check(catalog.form(place.form()), null, typed, context(place, locale));
        String action = request.getParameter("action");
        if ("change".equals(action)) {
            ask(place, typed, Problems.none(), page, locale);
            return Optional.empty();
        }
        if (check instanceof Check.Invalid invalid) {
            response.setStatus(422);
            ask(place, typed, invalid.problems(), page, locale);
            return Optional.empty();
        }
        Answers answers = ((Check.Valid) check).answers();
        Problems more = also.problems(answers);
        if (!more.isEmpty()) {
            response.setStatus(422);
            ask(place, typed, more, page, locale);
            return Optional.empty();
        }
        if ("send".equals(action)) {
            return Optional.of(answers);
        }
        words(place, page, locale);
        page.addAttribute("answers", reading.read(catalog.form(place.form()), answers, locale));
        page.addAttribute("typed", typed(catalog.form(place.form()), typed));
        return Optional.empty();
    }

    static final String VIEW = "worklist/declaration";

    private String ask(Place place, Typed typed, Problems problems, Model page, Locale locale) {
        words(place, page, locale);
        page.addAttribute(
                "view",
                forms.viewWithProblems(catalog.form(place.form()), null, typed, context(place, locale), problems));
        return VIEW;
    }

    private void words(Place place, Model page, Locale locale) {
        page.addAttribute("form", place.form());
        page.addAttribute("formAction", place.path());
        page.addAttribute("back", place.back());
        page.addAttribute("reference", place.file() == null ? null : place.file().reference());
        page.addAttribute("title", texts.title(place.form(), locale, place.form()));
        page.addAttribute("duty", texts.duty(place.form(), locale).orElse(""));
        page.addAttribute("after", texts.after(place.form(), locale).orElse(""));
    }

    // Carried through the check page; such a form asks single questions only.
    private static Map<String, List<String>> typed(FormDefinition form, Typed typed) {
        Map<String, List<String>> carried = new java.util.LinkedHashMap<>();
        form.fields().forEach(field -> carried.put(field.key(), typed.values(field.key())));
        return carried;
    }

    private static FormContext context(Place place, Locale locale) {
        return new FormContext(locale, place.file() == null ? null : place.file().schoolId(), Map.of(), Map.of());
    }
}
