package no.omtanke.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.omtanke.access.Reader;
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
import no.omtanke.form.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The owner registers a request. The case is found by its number, typed in: one that is not there and one that is not theirs look alike. */
@Controller
class RegisterController {

    private static final String CASE = "caseReference";
    private static final String REFERENCE = "[A-Z0-9-]{1,20}";

    private final Registering registering;
    private final RequestDesk desk;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final DossierWords words;

    RegisterController(
            Registering registering, RequestDesk desk, FormCatalog catalog, Forms forms, FormTexts texts, DossierWords words) {
        this.registering = registering;
        this.desk = desk;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/supervision/new")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(name = "case", defaultValue = "") String reference,
            Locale locale,
            Model page) {
        Typed typed = desk.resume(reader);
        return show(reference.matches(REFERENCE) ? typed.with(CASE, reference) : typed, Problems.none(), page, locale);
    }

    @PostMapping("/supervision/new")
    String register(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(defaultValue = "send") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        RequestDesk.Sheet sheet = desk.receive(reader, form(), request, locale);
        Typed typed = sheet.typed();
        Problems problems = sheet.problems();
        if (!action.equals("send")) {
            typed = forms.edit(form(), typed, action);
            desk.keep(reader, typed);
        } else if (problems.isEmpty()) {
            Check check = forms.check(form(), null, typed, context(locale));
            if (check instanceof Check.Valid valid) {
                Optional<CaseFile> file = register(reader, valid.answers(), typed);
                if (file.isPresent()) {
                    desk.clear(reader);
                    flash.addFlashAttribute("note", "registered");
                    return "redirect:/cases/" + file.get().reference() + "/requests";
                }
                problems = problems.with(new Problem(
                        CASE, texts.label(form(), CASE, locale), words.text("wrong.case", locale), 0, false));
            } else {
                problems = ((Check.Invalid) check).problems();
            }
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
        }
        return show(typed, problems, page, locale);
    }

    private Optional<CaseFile> register(Reader reader, Answers letter, Typed typed) {
        String reference = letter.text(CASE).strip().toUpperCase(Locale.ROOT);
        return reference.matches(REFERENCE)
                ? registering.register(reader, reference, letter, desk.files(reader, form(), typed))
                : Optional.empty();
    }

    private String show(Typed typed, Problems problems, Model page, Locale locale) {
        page.addAttribute("view", forms.viewWithProblems(form(), null, typed, context(locale), problems));
        page.addAttribute("formAction", "/supervision/new");
        page.addAttribute("title", texts.title(Registering.FORM, locale, ""));
        page.addAttribute("duty", texts.duty(Registering.FORM, locale).orElse(""));
        page.addAttribute("after", texts.after(Registering.FORM, locale).orElse(""));
        return "dossier/register";
    }

    private FormDefinition form() {
        return catalog.form(Registering.FORM);
    }

    private static FormContext context(Locale locale) {
        return new FormContext(locale, null, Map.of(), Map.of());
    }
}
