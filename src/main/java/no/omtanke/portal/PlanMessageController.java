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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** «Si fra om planen» and «Jeg blir ikke hørt»: open at any time, also when the time to answer is over. */
@Controller
@RequestMapping("/min-plan/{what:skriv|ikke-hort}")
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
    String show(@PathVariable String what, HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<PlanVisit> visit = session.open(request);
        if (session.plan(request).isEmpty()) {
            return session.closed(request, response, model, false);
        }
        Typed typed = TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), visit.orElseThrow().message(form(what))))
                .orElse(Typed.empty());
        boolean saved = request.getParameter("lagret") != null;
        String notice = request.getParameter("frist") != null ? "myplan.late" : saved ? "meld.notice.saved" : null;
        return page(what, model, typed, Problems.none(), notice, locale);
    }

    @PostMapping
    String post(
            @PathVariable String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<PlanVisit> visit = session.writer(request);
        if (visit.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        FormDefinition form = catalog.form(form(what));
        Typed typed = drafts.change(
                visitor,
                visit.get().message(form(what)),
                draft -> draft.merge(Typed.from(request.getParameterMap()), form.fields()));
        if (session.plan(request).isEmpty()) {
            return session.closed(request, response, model, true);
        }
        if (ReportDenied.was(request)) {
            return again(what, response, model, typed, Problems.none(), "meld.notice.kept", locale);
        }
        if ("save".equals(request.getParameter("action"))) {
            if (request.getHeader("X-Autosave") == null) {
                return "redirect:" + path(what) + "?lagret";
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        Problems problems = sending.send(visitor, visit.get(), form(what), locale);
        return problems.isEmpty()
                ? "redirect:/min-plan/takk/" + form(what)
                : again(what, response, model, typed, problems, null, locale);
    }

    private static String form(String what) {
        return what.equals("skriv") ? PlanMessageSend.FORM : PlanMessageSend.NOT_HEARD;
    }

    private static String path(String what) {
        return "/min-plan/" + what;
    }

    private String again(
            String what,
            HttpServletResponse response,
            Model model,
            Typed typed,
            Problems problems,
            String notice,
            Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(what, model, typed, problems, notice, locale);
    }

    private String page(String what, Model model, Typed typed, Problems problems, String notice, Locale locale) {
        FormDefinition form = catalog.form(form(what));
        model.addAttribute("formTitle", texts.title(form.id(), locale, ""));
        model.addAttribute("duty", texts.duty(form.id(), locale).orElse(null));
        model.addAttribute("after", texts.after(form.id(), locale).orElse(null));
        model.addAttribute("view", forms.viewWithProblems(form, null, typed, ReportPages.context(locale), problems));
        model.addAttribute("formAction", path(what));
        model.addAttribute("notice", notice);
        return "portal/plan-message";
    }
}
