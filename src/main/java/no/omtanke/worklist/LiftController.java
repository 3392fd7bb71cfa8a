package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.escalation.StaffLift;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Løft saken»: an employee says why, and to whom. */
@Controller
class LiftController {

    private static final String FORM = "lift-case";

    private final CaseGate gate;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final StaffLift lift;

    LiftController(CaseGate gate, FormCatalog catalog, Forms forms, FormTexts texts, StaffLift lift) {
        this.gate = gate;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.lift = lift;
    }

    @GetMapping("/cases/{reference}/lift")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return show(file(reader, reference), Typed.empty(), Problems.none(), page, locale);
    }

    @PostMapping("/cases/{reference}/lift")
    String lift(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        CaseFile file = file(reader, reference);
        Typed typed = Typed.from(request.getParameterMap());
        Check check = forms.check(form(), null, typed, context(file, locale));
        if (check instanceof Check.Invalid invalid) {
            response.setStatus(422);
            return show(file, typed, invalid.problems(), page, locale);
        }
        boolean done = lift.lift(reader, file.id(), ((Check.Valid) check).answers());
        flash.addFlashAttribute("note", done ? "lifted" : "ended");
        return "redirect:/cases/" + file.reference();
    }

    private String show(CaseFile file, Typed typed, Problems problems, Model page, Locale locale) {
        page.addAttribute("view", forms.viewWithProblems(form(), null, typed, context(file, locale), problems));
        page.addAttribute("formAction", "/cases/" + file.reference() + "/lift");
        page.addAttribute("reference", file.reference());
        page.addAttribute("title", texts.title(FORM, locale, FORM));
        page.addAttribute("duty", texts.duty(FORM, locale).orElse(""));
        page.addAttribute("after", texts.after(FORM, locale).orElse(""));
        return "worklist/lift";
    }

    private CaseFile file(Reader reader, String reference) {
        return gate.outside(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
    }

    private FormDefinition form() {
        return catalog.form(FORM);
    }

    private static FormContext context(CaseFile file, Locale locale) {
        return new FormContext(locale, file.schoolId(), Map.of(), Map.of());
    }
}
