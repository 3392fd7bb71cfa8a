package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** «Si fra om planen»: open at any time, also when the time to answer is over. */
@Controller
@RequestMapping("/min-plan/skriv")
class PlanMessageController {

    private final MyPlanSession session;
    private final PlanMessageSend sending;
    private final VisitorDrafts drafts;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;

    PlanMessageController(
            MyPlanSession session,
            PlanMessageSend sending,
            VisitorDrafts drafts,
            FormCatalog catalog,
            Forms forms,
            FormTexts texts) {
        this.session = session;
        this.sending = sending;
        this.drafts = drafts;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<PlanVisit> visit = session.open(request);
        if (session.plan(request).isEmpty()) {
            return session.closed(request, response, model, false);
        }
        Typed typed = TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), visit.orElseThrow().message()))
                .orElse(Typed.empty());
        boolean saved = request.getParameter("lagret") != null;
        String notice = request.getParameter("frist") != null ? "myplan.late" : saved ? "meld.notice.saved" : null;
        return page(model, typed, Problems.none(), notice, locale);
    }

    @PostMapping
    String post(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<PlanVisit> visit = session.writer(request);
        if (visit.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        FormDefinition form = catalog.form(PlanMessageSend.FORM);
        Typed typed = drafts.change(
                visitor,
                visit.get().message(),
                draft -> draft.merge(Typed.from(request.getParameterMap()), form.fields()));
        if (session.plan(request).isEmpty()) {
            return session.closed(request, response, model, true);
        }
        if (ReportDenied.was(request)) {
            return again(response, model, typed, Problems.none(), "meld.notice.kept", locale);
        }
        if ("save".equals(request.getParameter("action"))) {
            if (request.getHeader("X-Autosave") == null) {
                return "redirect:/min-plan/skriv?lagret";
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        Problems problems = sending.send(visitor, visit.get(), locale);
        return problems.isEmpty()
                ? "redirect:/min-plan/takk/" + PlanMessageSend.FORM
                : again(response, model, typed, problems, null, locale);
    }

    private String again(
            HttpServletResponse response, Model model, Typed typed, Problems problems, String notice, Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, typed, problems, notice, locale);
    }

    private String page(Model model, Typed typed, Problems problems, String notice, Locale locale) {
        FormDefinition form = catalog.form(PlanMessageSend.FORM);
        model.addAttribute("formTitle", texts.title(form.id(), locale, ""));
        model.addAttribute("duty", texts.duty(form.id(), locale).orElse(null));
        model.addAttribute("after", texts.after(form.id(), locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form, null, typed, ReportPages.context(locale), problems));
        model.addAttribute("formAction", "/min-plan/skriv");
        model.addAttribute("notice", notice);
        return "portal/plan-message";
    }
}
