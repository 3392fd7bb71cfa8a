package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.involvement.ConsentDoor.Asked;
import no.omtanke.network.Download;
import no.omtanke.portal.OtherSessions.Came;
import no.omtanke.process.TaskForms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody of the family is asked whether the school may share something, answers, and can take it back. */
@Controller
@RequestMapping("/samtykke")
class ConsentController {

    private static final String HOME = "redirect:/samtykke";

    private final OtherSessions sessions;
    private final ConsentDoor door;
    private final TaskForms taskForms;
    private final Forms forms;
    private final FormTexts texts;
    private final When when;

    ConsentController(
            OtherSessions sessions, ConsentDoor door, TaskForms taskForms, Forms forms, FormTexts texts, When when) {
        this.sessions = sessions;
        this.door = door;
        this.taskForms = taskForms;
        this.forms = forms;
        this.texts = texts;
        this.when = when;
    }

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asked> asked = asked(request);
        return asked.isEmpty()
                ? sessions.closed(OwnPage.CONSENT, request, model)
                : page(asked.get(), Typed.empty(), Problems.none(), said(request), model, locale);
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asked> asked = asked(request);
        if (asked.isEmpty()) {
            return sessions.closed(OwnPage.CONSENT, request, model);
        }
        if (asked.get().task() == null) {
            return HOME;
        }
        Typed typed = Typed.from(request.getParameterMap());
        if (ReportDenied.was(request) || !action.equals("send")) {
            String notice = ReportDenied.was(request) ? "meld.notice.kept" : null;
            return page(asked.get(), typed, Problems.none(), notice, model, locale);
        }
        Came came = sessions.open(OwnPage.CONSENT, request).orElseThrow();
        TaskForms.Sent sent = door.send(came.subject(), came.person(), typed, locale).orElse(null);
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            response.setStatus(422);
            return page(asked.get(), typed, unfinished.problems(), null, model, locale);
        }
        return HOME;
    }

    /** Takes the consent back: sharing ends with this press. */
    @PostMapping("/trekk")
    String withdraw(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asked> asked = asked(request);
        if (asked.isEmpty()) {
            return sessions.closed(OwnPage.CONSENT, request, model);
        }
        if (!ReportDenied.was(request)) {
            Came came = sessions.open(OwnPage.CONSENT, request).orElseThrow();
            door.withdraw(came.subject(), came.person());
        }
        return HOME;
    }

    /** A letter to the body or from it. */
    @GetMapping("/brev/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, HttpServletRequest request) {
        FileContent letter = sessions.open(OwnPage.CONSENT, request)
                .flatMap(came -> door.letter(came.subject(), came.person(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(letter.name(), letter.mediaType(), letter.bytes());
    }

    // They have just said that they are not heard.
    private static String said(HttpServletRequest request) {
        return request.getParameter("takk") == null ? null : "consent.notheard.thanks";
    }

    private Optional<Asked> asked(HttpServletRequest request) {
        return sessions.open(OwnPage.CONSENT, request).flatMap(came -> door.show(came.subject(), came.person()));
    }

    private String page(Asked asked, Typed typed, Problems problems, String notice, Model model, Locale locale) {
        model.addAttribute("asked", asked);
        // Whose question it is: the school's, or the family's own to the body.
        model.addAttribute("words", asked.direct() ? "consent.direct." : "consent.");
        model.addAttribute("state", state(asked));
        model.addAttribute("until", asked.consent().until() == null ? null : when.day(asked.consent().until(), locale) + " " + asked.consent().until().getYear());
        model.addAttribute("notice", notice);
        model.addAttribute("attaches", false);
        if (asked.task() != null) {
            FormDefinition form = taskForms.form(asked.task());
            model.addAttribute(
                    "view",
                    forms.viewWithProblems(form, null, typed, taskForms.context(asked.task(), locale, true), problems));
            model.addAttribute("formAction", "/samtykke");
            model.addAttribute("formTitle", texts.title(asked.task().taskKey(), locale, ""));
            model.addAttribute("duty", texts.duty(asked.task().taskKey(), locale).orElse(null));
            model.addAttribute("after", texts.after(asked.task().taskKey(), locale).orElse(null));
        }
        return "portal/consent";
    }

    /** asked, shared, waiting (for the others), over, or what the person answered. */
    private static String state(Asked asked) {
        if (asked.task() != null) {
            return "asked";
        }
        if (!asked.consent().given()) {
            return asked.consent().state().equals("asked") ? "over" : asked.consent().state();
        }
        return asked.reads() ? "shared" : asked.involvement().open() && asked.holds() && asked.counts() ? "waiting" : "over";
    }
}
