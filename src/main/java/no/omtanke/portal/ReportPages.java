package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows one page of a report at a time, and knows which page comes next. */
@Component
class ReportPages {

    /** The page before sending. */
    static final String CHECK = "sjekk";

    private final Forms forms;
    private final FormCatalog catalog;
    private final FormTexts texts;
    private final CheckRows rows;

    ReportPages(Forms forms, FormCatalog catalog, FormTexts texts, CheckRows rows) {
        this.forms = forms;
        this.catalog = catalog;
        this.texts = texts;
        this.rows = rows;
    }

    /** @param notice a text key to say on top, or null */
    String page(Model model, ReportDoor door, Typed typed, int page, Problems problems, String notice, Locale locale) {
        FormDefinition form = catalog.form(door.formId());
        FormContext context = door.context(locale);
        List<Integer> visible = forms.visiblePages(form, typed, context);
        common(model, door, typed, notice, locale);
        model.addAttribute("view", forms.viewWithProblems(form, page, typed, context, problems));
        model.addAttribute("said", door.said(typed, locale));
        model.addAttribute("number", visible.indexOf(page) + 1);
        model.addAttribute("of", visible.size());
        model.addAttribute("formAction", address(door, page));
        model.addAttribute("files", form.files().stream().anyMatch(f -> form.field(f).orElseThrow().page() == page));
        return "portal/report";
    }

    /** The page once more, with what is to be mended. */
    String again(ReportDoor door, Typed typed, int page, Problems problems, String notice, Exchange with) {
        with.response().setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(with.model(), door, typed, page, problems, notice, with.locale());
    }

    String check(Model model, ReportDoor door, Typed typed, Locale locale) {
        common(model, door, typed, null, locale);
        model.addAttribute("sections", rows.of(catalog.form(door.formId()), typed, door.context(locale), door));
        model.addAttribute("said", door.said(typed, locale));
        model.addAttribute("after", texts.after(door.formId(), locale).orElse(null));
        model.addAttribute("formAction", door.path() + "?side=" + CHECK);
        return "portal/check";
    }

    private void common(Model model, ReportDoor door, Typed typed, String notice, Locale locale) {
        model.addAttribute("formTitle", texts.title(door.formId(), locale, ""));
        model.addAttribute("door", door.path());
        model.addAttribute("entrance", door.entrance());
        model.addAttribute("begun", !typed.text(VisitorDrafts.STARTED).isEmpty());
        model.addAttribute("notice", notice);
    }

    FormDefinition form(ReportDoor door) {
        return catalog.form(door.formId());
    }

    /** The page that an address asks for, or the first. */
    int page(ReportDoor door, Typed typed, String side, Locale locale) {
        List<Integer> visible = forms.visiblePages(form(door), typed, door.context(locale));
        int wanted = side != null && side.matches("\\d{1,2}") ? Integer.parseInt(side) - 1 : visible.get(0);
        return visible.contains(wanted) ? wanted : visible.get(0);
    }

    /** Where the visitor goes after this page, or before it. */
    String neighbour(ReportDoor door, Typed typed, int page, int step, Locale locale) {
        List<Integer> visible = forms.visiblePages(form(door), typed, door.context(locale));
        int at = visible.indexOf(page) + step;
        return at >= visible.size() ? door.path() + "?side=" + CHECK : address(door, visible.get(Math.max(at, 0)));
    }

    /** What keeps a page, or the whole report when the page is null, from going on. */
    Problems problems(ReportDoor door, Typed typed, Integer page, Locale locale) {
        return forms.check(form(door), page, typed, door.context(locale)) instanceof Check.Invalid invalid
                ? invalid.problems()
                : Problems.none();
    }

    /** For the forms that are no report. */
    static FormContext context(Locale locale) {
        return new FormContext(locale, null, Map.of(), Map.of());
    }

    static String address(ReportDoor door, int page) {
        return door.path() + "?side=" + (page + 1);
    }
}
