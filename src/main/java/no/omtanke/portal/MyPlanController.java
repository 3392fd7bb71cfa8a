package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.network.SameTime;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** "My plan": what the school does for this pupil, for half an hour after a link was opened. */
@Controller
@RequestMapping("/min-plan")
class MyPlanController {

    private final MyPlanSession session;
    private final MyPlanWords words;
    private final PupilsPlanWords pupils;
    private final PlanTaskPages tasks;
    private final LinkExchange exchange;

    MyPlanController(
            MyPlanSession session,
            MyPlanWords words,
            PupilsPlanWords pupils,
            PlanTaskPages tasks,
            LinkExchange exchange) {
        this.session = session;
        this.words = words;
        this.pupils = pupils;
        this.tasks = tasks;
        this.exchange = exchange;
    }

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        if (!own.get().asPupil()) {
            words.add(model, own.get(), locale);
            return "portal/my-plan";
        }
        Optional<TaskRow> asked = own.get().tasks().stream().findFirst();
        if (asked.isPresent()) {
            return tasks.form(asked.get(), true, new Exchange(request, response, model, locale));
        }
        pupils.add(model, own.get(), false, locale);
        return "portal/my-plan-pupil";
    }

    /** After an answer: what happens next. */
    @GetMapping("/takk/{form:guardian-view|guardian-evaluation|ask-pupil|plan-message|not-heard}")
    String thanks(
            @PathVariable String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        if (own.get().asPupil()) {
            pupils.add(model, own.get(), true, locale);
            return "portal/my-plan-pupil";
        }
        words.thanks(model, own.get(), form, locale);
        return "portal/plan-thanks";
    }

    /** An older version, as it was. */
    @GetMapping("/versjon/{number:\\d{1,4}}")
    String version(
            @PathVariable int number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        if (own.get().asPupil() || !words.version(model, own.get(), number, locale)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "portal/plan-version";
    }

    @PostMapping("/lukk")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        session.end(request);
        TokenCookie.PLAN.clear(request, response);
        return "redirect:/min-plan/lukket";
    }

    @GetMapping("/lukket")
    String left(Model model) {
        model.addAttribute("plan", true);
        return "portal/my-report-left";
    }

    @PostMapping("/ny-lenke")
    String newLink(HttpServletRequest request) {
        if (ReportDenied.was(request)) {
            return "redirect:/min-plan";
        }
        SameTime.around(SameTime.AN_ANSWER, () -> session.writer(request)
                .ifPresent(v -> exchange.sendAgain(LinkPurpose.MY_PLAN, v.plan(), v.person())));
        return "redirect:/l/sendt";
    }
}
