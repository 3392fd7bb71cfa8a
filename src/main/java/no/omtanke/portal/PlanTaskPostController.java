package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what is answered. It is kept before anything else is done with it. */
@Controller
@RequestMapping("/min-plan/oppgave/{id:[A-Za-z0-9-]{1,64}}")
class PlanTaskPostController {

    private final MyPlanSession session;
    private final PlanTaskPages pages;
    private final PlanAnswers answers;
    private final MyPlanWords words;
    private final VisitorDrafts drafts;

    PlanTaskPostController(
            MyPlanSession session, PlanTaskPages pages, PlanAnswers answers, MyPlanWords words, VisitorDrafts drafts) {
        this.session = session;
        this.pages = pages;
        this.answers = answers;
        this.words = words;
        this.drafts = drafts;
    }

    @PostMapping
    String post(
            @PathVariable String id,
            @RequestParam(required = false) String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Exchange with = new Exchange(request, response, model, locale);
        if (session.writer(request).isEmpty()) {
            return session.closed(request, response, model, false);
        }
        TaskRow task = answers.task(id);
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        boolean checked = PlanTaskPages.CHECK.equals(side);
        Typed typed = checked ? pages.typed(task, with) : answers.keep(visitor, task, request.getParameterMap());
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty() || !own.get().open().file().id().equals(task.caseId())) {
            return own.isEmpty() ? session.closed(request, response, model, true) : answers.refuse();
        }
        if (!PlanAnswers.asked(own.get(), task)) {
            return answers.ended(own.get(), task, typed, with);
        }
        words.reading(model, own.get(), locale);
        boolean asPupil = own.get().asPupil();
        if (ReportDenied.was(request)) {
            return pages.again(task, asPupil, typed, Problems.none(), "meld.notice.kept", with);
        }
        String action = Objects.requireNonNullElse(request.getParameter("action"), "");
        return switch (action) {
            case "send" -> checked || asPupil ? send(own.get(), task, typed, visitor, with) : look(task, typed, with);
            case "next" -> look(task, typed, with);
            case "save" -> saved(task, request, response);
            default -> "redirect:" + (asPupil ? "/min-plan" : PlanTaskPages.address(task));
        };
    }

    private String look(TaskRow task, Typed typed, Exchange with) {
        Problems problems = pages.problems(task, typed, with.locale());
        return problems.isEmpty()
                ? "redirect:" + PlanTaskPages.address(task) + "?side=" + PlanTaskPages.CHECK
                : pages.again(task, false, typed, problems, null, with);
    }

    private String send(OwnPlan own, TaskRow task, Typed typed, Visitor visitor, Exchange with) {
        TaskForms.Sent sent = answers.send(own, task, typed, with.locale());
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            return pages.again(task, own.asPupil(), typed, unfinished.problems(), null, with);
        }
        if (((TaskForms.Sent.Answered) sent).outcome() instanceof Outcome.Completed) {
            drafts.delete(visitor, PlanTaskPages.purpose(task));
            return "redirect:/min-plan/takk/" + task.taskKey();
        }
        // The deadline came, or the same form was sent from another tab, between looking and sending.
        return answers.ended(own, answers.task(task.taskId()), typed, with);
    }

    private static String saved(TaskRow task, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return "redirect:" + PlanTaskPages.address(task) + "?lagret";
    }
}
