package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one thing that is asked of a guardian or the pupil. */
@Controller
@RequestMapping("/min-plan/oppgave/{id:[A-Za-z0-9-]{1,64}}")
class PlanTaskController {

    private final MyPlanSession session;
    private final PlanTaskPages pages;
    private final PlanAnswers answers;
    private final MyPlanWords words;

    PlanTaskController(MyPlanSession session, PlanTaskPages pages, PlanAnswers answers, MyPlanWords words) {
        this.session = session;
        this.pages = pages;
        this.answers = answers;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(required = false) String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Exchange with = new Exchange(request, response, model, locale);
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        TaskRow task = answers.task(id);
        if (!PlanAnswers.asked(own.get(), task)) {
            return answers.ended(own.get(), task, pages.typed(task, with), with);
        }
        words.reading(model, own.get(), locale);
        return PlanTaskPages.CHECK.equals(side)
                ? pages.check(task, pages.typed(task, with), with)
                : pages.form(task, own.get().asPupil(), with);
    }
}
