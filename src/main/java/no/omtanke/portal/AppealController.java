package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.omtanke.decision.Appeals;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.decision.DecisionDoor.Seen;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.portal.OtherSessions.Came;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** «Klag på vedtaket»: a short form, kept like a report before anything else is done with it. */
@Controller
@RequestMapping("/vedtak/klag")
class AppealController {

    private static final String HOME = "redirect:/vedtak";
    private static final String SELF = "/vedtak/klag";

    private final OtherSessions sessions;
    private final DecisionDoor door;
    private final AppealSend sending;
    private final VisitorDrafts drafts;
    private final Uploads uploads;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;

    AppealController(
            OtherSessions sessions,
            DecisionDoor door,
            AppealSend sending,
            VisitorDrafts drafts,
            Uploads uploads,
            FormCatalog catalog,
            Forms forms,
            FormTexts texts) {
        this.sessions = sessions;
        this.door = door;
        this.sending = sending;
        this.drafts = drafts;
        this.uploads = uploads;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Seen> seen = seen(request, locale);
        if (seen.isEmpty()) {
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        if (seen.get().came() != Appeals.Came.TAKEN) {
            return HOME;
        }
        Came came = sessions.open(OwnPage.DECISION, request).orElseThrow();
        Typed typed = TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), AppealSend.purpose(came)))
                .orElse(Typed.empty());
        String notice = request.getParameter("lagret") != null ? "meld.notice.saved" : null;
        return page(seen.get(), typed, Problems.none(), notice, model, locale);
    }

    @PostMapping
    String post(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Came> came = sessions.open(OwnPage.DECISION, request).or(() -> sessions.known(OwnPage.DECISION, request));
        if (came.isEmpty()) {
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        boolean denied = ReportDenied.was(request);
        String action = denied ? "kept" : Objects.requireNonNullElse(request.getParameter("action"), "send");
        Problems[] problems = {Problems.none()};
        FormDefinition form = catalog.form(DecisionDoor.FORM);
        Typed typed = drafts.change(visitor, AppealSend.purpose(came.get()), draft -> {
            Uploads.Taken taken = uploads.take(
                    request, form, draft.merge(Typed.from(request.getParameterMap()), form.fields()), locale);
            problems[0] = taken.problems();
            return taken.typed();
        });
        Optional<Seen> seen = seen(request, locale);
        if (seen.isEmpty()) {
            model.addAttribute("kept", true);
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        if (action.equals("send") && problems[0].isEmpty()) {
            problems[0] = sending.send(visitor, came.get(), context(seen.get(), locale));
            if (problems[0].isEmpty()) {
                return HOME + "/klaget";
            }
        }
        if (action.equals("save") && problems[0].isEmpty()) {
            if (request.getHeader("X-Autosave") == null) {
                return "redirect:" + SELF + "?lagret";
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(seen.get(), typed, problems[0], denied ? "meld.notice.kept" : null, model, locale);
    }

    private String page(Seen seen, Typed typed, Problems problems, String notice, Model model, Locale locale) {
        FormDefinition form = catalog.form(DecisionDoor.FORM);
        model.addAttribute("formTitle", texts.title(form.id(), locale, ""));
        model.addAttribute("duty", texts.duty(form.id(), locale).orElse(null));
        model.addAttribute("after", texts.after(form.id(), locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form, null, typed, context(seen, locale), problems));
        model.addAttribute("formAction", SELF);
        model.addAttribute("notice", notice);
        return "portal/appeal";
    }

    // Who is late is asked why.
    private static FormContext context(Seen seen, Locale locale) {
        return new FormContext(locale, null, Map.of("late", !seen.inTime()), Map.of());
    }

    private Optional<Seen> seen(HttpServletRequest request, Locale locale) {
        return sessions.open(OwnPage.DECISION, request).flatMap(came -> door.show(came.subject(), came.person(), locale));
    }
}
