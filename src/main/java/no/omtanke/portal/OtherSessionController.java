package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.omtanke.network.SameTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving the pages that a link opened, and coming back to them. */
@Controller
class OtherSessionController {

    private final OtherSessions sessions;
    private final LinkExchange exchange;

    OtherSessionController(OtherSessions sessions, LinkExchange exchange) {
        this.sessions = sessions;
        this.exchange = exchange;
    }

    @PostMapping({"/samtykke/lukk", "/bistand/lukk", "/sok/lukk", "/vedtak/lukk", "/soknad/lukk"})
    String leave(HttpServletRequest request, HttpServletResponse response) {
        OwnPage page = OwnPage.of(request);
        sessions.end(page, request, response);
        return "redirect:" + page.path() + "/lukket";
    }

    @GetMapping({"/samtykke/lukket", "/bistand/lukket", "/sok/lukket", "/vedtak/lukket", "/soknad/lukket"})
    String left(Model model) {
        model.addAttribute("plan", false);
        return "portal/my-report-left";
    }

    @PostMapping({"/samtykke/ny-lenke", "/bistand/ny-lenke", "/sok/ny-lenke", "/vedtak/ny-lenke", "/soknad/ny-lenke"})
    String newLink(HttpServletRequest request) {
        OwnPage page = OwnPage.of(request);
        if (ReportDenied.was(request)) {
            return "redirect:" + page.path();
        }
        SameTime.around(SameTime.AN_ANSWER, () -> sessions.known(page, request)
                .ifPresent(came -> exchange.sendAgain(page.purpose(), came.subject(), came.person())));
        return "redirect:/l/sendt";
    }
}
