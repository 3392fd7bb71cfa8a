package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.involvement.Asking;
import no.omtanke.organization.Body;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Be om bistand»: whom, about what, and what they may read. */
@Controller
class AskForHelpController {

    private final Asking asking;
    private final HelpPieces pieces;
    private final Forms forms;
    private final FormCatalog catalog;
    private final FormTexts texts;

    AskForHelpController(Asking asking, HelpPieces pieces, Forms forms, FormCatalog catalog, FormTexts texts) {
        this.asking = asking;
        this.pieces = pieces;
        this.forms = forms;
        this.catalog = catalog;
        this.texts = texts;
    }

    @GetMapping("/cases/{reference}/help/new")
    String begin(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = open(reader, reference);
        if (!open.file().open()) {
            return closed(open);
        }
        return show(open, Typed.empty(), Problems.none(), List.of(), HelpPieces.none(), "", "", page, locale);
    }

    @PostMapping("/cases/{reference}/help/new")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        if (!open.file().open()) {
            return closed(open);
        }
        Typed typed = Typed.from(request.getParameterMap());
        HelpPieces.Chosen chosen = HelpPieces.from(request);
        String to = said(request, "to");
        String about = said(request, "about");
        if (!"send".equals(request.getParameter("action"))) {
            return show(open, typed, Problems.none(), List.of(), chosen, to, about, page, locale);
        }
        Check check = forms.check(catalog.form(Asking.FORM), null, typed, context(open, locale));
        Problems problems = check instanceof Check.Invalid invalid ? invalid.problems() : Problems.none();
        Optional<Body> body = asking.bodies(open.file()).stream().filter(b -> String.valueOf(b.id()).equals(to)).findFirst();
        boolean anonymous = typed.text("helpAnonymous").equals("yes");
        Optional<UUID> pupil = pupil(open, about);
        List<String> missing = missing(open, body, pupil, anonymous, chosen);
        if (!problems.isEmpty() || !missing.isEmpty()) {
            response.setStatus(422);
            return show(open, typed, problems, missing, chosen, to, about, page, locale);
        }
        Answers answers = ((Check.Valid) check).answers();
        asking.ask(reader, open, new Asking.Wish(body.orElseThrow().id(), pupil.orElse(null), answers, chosen.pieces()));
        flash.addFlashAttribute("note", "help-asked");
        return "redirect:/cases/" + open.file().reference() + "/help";
    }

    private static List<String> missing(
            OpenCase open, Optional<Body> body, Optional<UUID> pupil, boolean anonymous, HelpPieces.Chosen chosen) {
        List<String> missing = new ArrayList<>();
        if (body.isEmpty()) {
            missing.add("to");
        }
        if (!anonymous && pupil.isEmpty()) {
            missing.add(Asking.pupils(open).isEmpty() ? "nobody" : "about");
        }
        if (!anonymous && !chosen.unfounded().isEmpty()) {
            missing.add("basis");
        }
        return missing;
    }

    private static Optional<UUID> pupil(OpenCase open, String about) {
        List<Party> pupils = Asking.pupils(open);
        return pupils.size() == 1
                ? Optional.of(pupils.get(0).id())
                : pupils.stream().map(Party::id).filter(id -> id.toString().equals(about)).findFirst();
    }

    private String show(
            OpenCase open,
            Typed typed,
            Problems problems,
            List<String> missing,
            HelpPieces.Chosen chosen,
            String to,
            String about,
            Model page,
            Locale locale) {
        String reference = open.file().reference();
        page.addAttribute("reference", reference);
        page.addAttribute("bodies", asking.bodies(open.file()));
        page.addAttribute("to", to);
        page.addAttribute("pupils", Asking.pupils(open));
        page.addAttribute("about", about);
        page.addAttribute("missing", missing);
        page.addAttribute("attaches", false);
        page.addAttribute("pieces", pieces.lines(open, chosen, Set.of(), locale));
        page.addAttribute("unfounded", chosen.unfounded());
        page.addAttribute("bases", Asking.BASES);
        page.addAttribute("more", false);
        page.addAttribute(
                "view", forms.viewWithProblems(catalog.form(Asking.FORM), null, typed, context(open, locale), problems));
        page.addAttribute("formAction", "/cases/" + reference + "/help/new");
        page.addAttribute("title", texts.title(Asking.FORM, locale, ""));
        page.addAttribute("duty", texts.duty(Asking.FORM, locale).orElse(""));
        page.addAttribute("after", texts.after(Asking.FORM, locale).orElse(""));
        return "worklist/help-new";
    }

    private OpenCase open(Reader reader, String reference) {
        return asking.open(reader, reference).orElseThrow(TaskDoor::notFound);
    }

    // In a closed case nobody is asked any more; who was, is still seen.
    private static String closed(OpenCase open) {
        return "redirect:/cases/" + open.file().reference() + "/help";
    }

    private static FormContext context(OpenCase open, Locale locale) {
        return new FormContext(locale, open.file().schoolId(), Map.of(), Map.of());
    }

    private static String said(HttpServletRequest request, String name) {
        return request.getParameter(name) == null ? "" : request.getParameter(name);
    }
}
