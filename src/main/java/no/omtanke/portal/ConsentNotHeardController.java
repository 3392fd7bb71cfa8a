package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.portal.OtherSessions.Came;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** «Jeg blir ikke hørt» for somebody who is only asked for consent: it may be the one page that they have. */
@Controller
@RequestMapping("/samtykke/ikke-hort")
class ConsentNotHeardController {

    private static final String FORM = PlanMessageSend.NOT_HEARD;

    private final OtherSessions sessions;
    private final ConsentDoor door;
    private final FamilyDoor families;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final TransactionTemplate together;

    ConsentNotHeardController(
            OtherSessions sessions,
            ConsentDoor door,
            FamilyDoor families,
            FormCatalog catalog,
            Forms forms,
            FormTexts texts,
            TransactionTemplate together) {
        this.sessions = sessions;
        this.door = door;
        this.families = families;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.together = together;
    }

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        return came(request).isEmpty()
                ? sessions.closed(OwnPage.CONSENT, request, model)
                : page(Typed.empty(), Problems.none(), null, model, locale);
    }

    @PostMapping
    String send(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Came> came = came(request);
        if (came.isEmpty()) {
            return sessions.closed(OwnPage.CONSENT, request, model);
        }
        Typed typed = Typed.from(request.getParameterMap());
        if (ReportDenied.was(request)) {
            return page(typed, Problems.none(), "meld.notice.kept", model, locale);
        }
        Check check = forms.check(catalog.form(FORM), null, typed, ReportPages.context(locale));
        if (check instanceof Check.Invalid invalid) {
            response.setStatus(422);
            return page(typed, invalid.problems(), null, model, locale);
        }
        var answers = ((Check.Valid) check).answers();
        together.executeWithoutResult(t -> door.notHeard(came.get().subject(), came.get().person(), answers)
                .ifPresent(caseId -> families.notHeardElsewhere(caseId, answers)));
        return "redirect:/samtykke?takk";
    }

    private Optional<Came> came(HttpServletRequest request) {
        return sessions.open(OwnPage.CONSENT, request).filter(c -> door.show(c.subject(), c.person()).isPresent());
    }

    private String page(Typed typed, Problems problems, String notice, Model model, Locale locale) {
        FormDefinition form = catalog.form(FORM);
        model.addAttribute("formTitle", texts.title(FORM, locale, ""));
        model.addAttribute("duty", texts.duty(FORM, locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form, null, typed, ReportPages.context(locale), problems));
        model.addAttribute("formAction", "/samtykke/ikke-hort");
        model.addAttribute("notice", notice);
        return "portal/consent-not-heard";
    }
}
