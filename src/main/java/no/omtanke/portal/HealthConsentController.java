package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Yes or no to the words that the health service would like to give the school. Who has no such question finds nothing here. */
@Controller
@RequestMapping("/min-melding/samtykke")
class HealthConsentController {

    private static final String FORM = "school-message-consent";

    private final MyReportSession session;
    private final HealthContacts contacts;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;

    HealthConsentController(
            MyReportSession session, HealthContacts contacts, FormCatalog catalog, Forms forms, FormTexts texts) {
        this.session = session;
        this.contacts = contacts;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String ask(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        return page(contact(request), Typed.empty(), Problems.none(), model, locale);
    }

    @PostMapping
    String answer(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        HealthContacts.MyContact contact = contact(request);
        Typed typed = Typed.empty().merge(Typed.from(request.getParameterMap()), form().fields());
        Check check = forms.check(form(), null, typed, ReportPages.context(locale));
        if (check instanceof Check.Invalid || ReportDenied.was(request)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Problems problems = check instanceof Check.Invalid invalid ? invalid.problems() : Problems.none();
            return page(contact, typed, problems, model, locale);
        }
        contacts.answerProposal(contact.file().id(), ((Check.Valid) check).answers());
        return "redirect:/min-melding";
    }

    // The words are somebody else's: only who has shown more than the link reads them.
    private HealthContacts.MyContact contact(HttpServletRequest request) {
        return session.proven(request)
                .filter(contacts::isContact)
                .flatMap(contacts::read)
                .filter(contact -> contact.proposed() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(
            HealthContacts.MyContact contact, Typed typed, Problems problems, Model model, Locale locale) {
        model.addAttribute("words", words(Optional.of(contact.proposed())));
        model.addAttribute("formTitle", texts.title(FORM, locale, ""));
        model.addAttribute("duty", texts.duty(FORM, locale).orElse(null));
        model.addAttribute("after", texts.after(FORM, locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form(), null, typed, ReportPages.context(locale), problems));
        return "portal/health-consent";
    }

    /** The words that are proposed. */
    static String words(Optional<Entry> proposed) {
        return proposed.map(entry -> Answers.fromJson(entry.json()).text("messageWords")).orElse(null);
    }

    private FormDefinition form() {
        return catalog.form(FORM);
    }
}
