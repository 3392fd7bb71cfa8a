package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.portal.OtherSessions.Came;
import no.omtanke.process.FamilyCases;
import no.omtanke.process.FamilyCases.Own;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a family applied for: how it stands, what is asked of this person, what they may do with it. */
@Controller
@RequestMapping("/soknad")
class MyApplicationController {

    private static final String HOME = "redirect:/soknad";

    private final OtherSessions sessions;
    private final FamilyCases families;
    private final MyApplicationWords words;
    private final MyApplicationActs acts;

    MyApplicationController(
            OtherSessions sessions, FamilyCases families, MyApplicationWords words, MyApplicationActs acts) {
        this.sessions = sessions;
        this.families = families;
        this.words = words;
        this.acts = acts;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) String gjort,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Own> own = own(request, response);
        if (own.isEmpty()) {
            return sessions.closed(OwnPage.APPLICATION, request, model);
        }
        String notice = "svar".equals(gjort) || "ja".equals(gjort) || "for-sent".equals(gjort) ? "soknad.done." + gjort : null;
        return words.page(model, own.get(), Typed.empty(), Problems.none(), notice, locale);
    }

    /** Answers what is asked of this person. */
    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String task,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Own> own = own(request, response);
        if (own.isEmpty()) {
            return sessions.closed(OwnPage.APPLICATION, request, model);
        }
        Optional<TaskRow> asked = own.get().asked().stream().filter(t -> t.taskId().equals(task)).findFirst();
        if (asked.isEmpty()) {
            return HOME + "?gjort=for-sent";
        }
        Typed typed = Typed.from(request.getParameterMap());
        if (ReportDenied.was(request) || !"send".equals(request.getParameter("action"))) {
            String notice = ReportDenied.was(request) ? "meld.notice.kept" : null;
            return words.page(model, own.get(), typed, Problems.none(), notice, locale);
        }
        Came came = sessions.open(OwnPage.APPLICATION, request).orElseThrow();
        TaskForms.Sent sent = families.send(came.subject(), came.person(), task, typed, locale).orElseThrow(MyApplicationController::notFound);
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return words.page(model, own.get(), typed, unfinished.problems(), null, locale);
        }
        boolean done = ((TaskForms.Sent.Answered) sent).outcome() instanceof Outcome.Completed;
        return HOME + "?gjort=" + (done ? "svar" : "for-sent");
    }

    /** The form of something that can be done. */
    @GetMapping("/gjor/{act:[a-z-]{2,30}}")
    String ask(
            @PathVariable String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Own> own = own(request, response);
        if (own.isEmpty()) {
            return sessions.closed(OwnPage.APPLICATION, request, model);
        }
        return acts.offered(own.get(), act)
                .map(offered -> acts.page(model, offered, own.get().kind().begin(act, own.get().file().id()), Problems.none(), null, locale))
                .orElse(HOME + "?gjort=for-sent");
    }

    /** Does it. */
    @PostMapping("/gjor/{act:[a-z-]{2,30}}")
    String act(
            @PathVariable String act,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Own> own = own(request, response);
        if (own.isEmpty()) {
            return sessions.closed(OwnPage.APPLICATION, request, model);
        }
        var offered = acts.offered(own.get(), act);
        if (offered.isEmpty()) {
            return HOME + "?gjort=for-sent";
        }
        Typed typed = Typed.from(request.getParameterMap());
        if (ReportDenied.was(request) || !"send".equals(request.getParameter("action"))) {
            String notice = ReportDenied.was(request) ? "meld.notice.kept" : null;
            return acts.page(model, offered.get(), typed, Problems.none(), notice, locale);
        }
        Problems problems = acts.problems(offered.get(), typed, locale);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return acts.page(model, offered.get(), typed, problems, null, locale);
        }
        return HOME + "?gjort=" + (acts.done(own.get(), offered.get(), typed, locale) ? "ja" : "for-sent");
    }

    private Optional<Own> own(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return sessions.open(OwnPage.APPLICATION, request)
                .filter(came -> families.theirsOrEnd(came.subject(), came.person()))
                .flatMap(came -> families.open(came.subject(), came.person()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
