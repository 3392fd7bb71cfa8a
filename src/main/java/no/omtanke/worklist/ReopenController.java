package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.concern.Reopening;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens a closed case again, with a reason. */
@Controller
class ReopenController {

    private static final String FORM = "reopen";

    private final CaseGate gate;
    private final CaseLinks links;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final Reopening reopening;

    ReopenController(
            CaseGate gate, CaseLinks links, FormCatalog catalog, Forms forms, FormTexts texts, Reopening reopening) {
        this.links = links;
        this.gate = gate;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.reopening = reopening;
    }

    @GetMapping("/cases/{reference}/reopen")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return show(closed(reader, reference), Typed.empty(), Problems.none(), page, locale);
    }

    @PostMapping("/cases/{reference}/reopen")
    String reopen(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        Typed typed = Typed.from(request.getParameterMap());
        Check check = forms.check(form(), null, typed, context(file, locale));
        if (check instanceof Check.Invalid invalid) {
            response.setStatus(422);
            return show(file, typed, invalid.problems(), page, locale);
        }
        boolean done = file.open() || reopening.reopen(reader, file.id(), ((Check.Valid) check).answers());
        flash.addFlashAttribute("note", done ? "reopened" : "ended");
        return "redirect:/cases/" + file.reference();
    }

    private String show(CaseFile file, Typed typed, Problems problems, Model page, Locale locale) {
        page.addAttribute("view", forms.viewWithProblems(form(), null, typed, context(file, locale), problems));
        page.addAttribute("formAction", "/cases/" + file.reference() + "/reopen");
        page.addAttribute("reference", file.reference());
        page.addAttribute("title", texts.title(FORM, locale, FORM));
        page.addAttribute("duty", texts.duty(FORM, locale).orElse(""));
        page.addAttribute("after", texts.after(FORM, locale).orElse(""));
        return "worklist/reopen";
    }

    private CaseFile closed(Reader reader, String reference) {
        return gate.outside(reader, reference, Part.CONTENT)
                .filter(file -> !file.open() && file.kind().equals("school-environment") && links.goesOnIn(file.id()).isEmpty())
                .orElseThrow(TaskDoor::notFound);
    }

    private FormDefinition form() {
        return catalog.form(FORM);
    }

    private static FormContext context(CaseFile file, Locale locale) {
        return new FormContext(locale, file.schoolId(), Map.of(), Map.of());
    }
}
