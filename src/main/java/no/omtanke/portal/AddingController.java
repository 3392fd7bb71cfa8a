package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where a family adds something to the case, or says that nobody listens. Kept first, like a report. */
@Controller
class AddingController {

    private final MyReportSession session;
    private final VisitorDrafts drafts;
    private final Uploads uploads;
    private final AddingSend sending;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final HealthContacts contacts;

    AddingController(
            MyReportSession session,
            VisitorDrafts drafts,
            Uploads uploads,
            AddingSend sending,
            FormCatalog catalog,
            Forms forms,
            FormTexts texts,
            HealthContacts contacts) {
        this.session = session;
        this.drafts = drafts;
        this.uploads = uploads;
        this.sending = sending;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.contacts = contacts;
    }

    @GetMapping("/min-melding/{what:legg-til|ikke-hort|til-helsesykepleier}")
    String show(
            @PathVariable String what,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Adding adding = adding(what);
        Optional<UUID> open = session.open(request);
        if (open.isEmpty()) {
            return MyReportController.over(session, request, model);
        }
        knows(adding, open.get());
        Typed typed = TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), AddingSend.purpose(adding, open.get())))
                .orElse(Typed.empty());
        return page(model, adding, typed, Problems.none(), request.getParameter("lagret") != null, locale);
    }

    @PostMapping("/min-melding/{what:legg-til|ikke-hort|til-helsesykepleier}")
    String post(
            @PathVariable String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Adding adding = adding(what);
        Optional<UUID> caseId = session.open(request).or(() -> session.known(request));
        if (caseId.isEmpty()) {
            return MyReportController.over(session, request, model);
        }
        knows(adding, caseId.get());
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        String purpose = AddingSend.purpose(adding, caseId.get());
        String action = ReportDenied.was(request)
                ? "kept"
                : Objects.requireNonNullElse(request.getParameter("action"), "send");
        Problems[] problems = {Problems.none()};
        FormDefinition form = catalog.form(adding.formId());
        Typed typed = drafts.change(visitor, purpose, t -> {
            Typed posted = Typed.from(request.getParameterMap());
            Uploads.Taken taken =
                    uploads.take(request, form, forms.edit(form, t.merge(posted, form.fields()), action), locale);
            problems[0] = taken.problems();
            return taken.typed();
        });
        if (session.open(request).isEmpty()) {
            model.addAttribute("kept", true);
            return MyReportController.over(session, request, model);
        }
        if (problems[0].isEmpty() && action.equals("send")) {
            problems[0] = sending.send(visitor, adding, caseId.get(), locale);
            if (problems[0].isEmpty()) {
                return "redirect:" + adding.thanks();
            }
        }
        if (action.equals("save") && request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        if (problems[0].isEmpty() && !action.equals("kept")) {
            return "redirect:" + adding.path() + (action.equals("save") ? "?lagret" : "");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, adding, typed, problems[0], action.equals("kept"), locale);
    }

    private String page(Model model, Adding adding, Typed typed, Problems problems, boolean kept, Locale locale) {
        FormDefinition form = catalog.form(adding.formId());
        model.addAttribute("formTitle", texts.title(form.id(), locale, ""));
        model.addAttribute("duty", texts.duty(form.id(), locale).orElse(null));
        model.addAttribute("after", texts.after(form.id(), locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form, null, typed, ReportPages.context(locale), problems));
        model.addAttribute("formAction", adding.path());
        model.addAttribute("notice", kept ? "meld.notice.kept" : null);
        return "portal/add";
    }

    // What is written to the school is not written to the health service, and the other way round.
    private void knows(Adding adding, UUID caseId) {
        if ((adding == Adding.HEALTH_WORDS) != contacts.isContact(caseId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Adding adding(String what) {
        return Adding.named(what).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
