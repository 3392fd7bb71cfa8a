package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.MyReport;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.health.HealthContacts;
import no.omtanke.network.SameTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "My report": what I sent and where it stands, for half an hour after a link was opened. */
@Controller
@RequestMapping("/min-melding")
class MyReportController {

    private final MyReportSession session;
    private final FamilyDoor families;
    private final MyReportWords words;
    private final LinkExchange exchange;
    private final HealthContacts contacts;
    private final MyHealthWords healthWords;

    MyReportController(
            MyReportSession session,
            FamilyDoor families,
            MyReportWords words,
            LinkExchange exchange,
            HealthContacts contacts,
            MyHealthWords healthWords) {
        this.session = session;
        this.families = families;
        this.words = words;
        this.exchange = exchange;
        this.contacts = contacts;
        this.healthWords = healthWords;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) String takk,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<UUID> contact = session.open(request).filter(contacts::isContact);
        if (contact.isPresent()) {
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute("thanks", Adding.named(takk).isPresent());
            healthWords.add(model, contacts.read(contact.get()).orElseThrow(), session.proven(request).isPresent(), locale);
            return "portal/my-health";
        }
        Optional<MyReport> report = session.open(request).flatMap(families::read);
        if (report.isEmpty()) {
            return over(session, request, model);
        }
        words.add(model, report.get(), session.proven(request).isPresent(), locale);
        model.addAttribute("thanks", Adding.named(takk).map(Adding::formId).orElse(null));
        response.setHeader("Cache-Control", "no-store");
        return "portal/my-report";
    }

    @PostMapping("/lukk")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        session.end(request);
        TokenCookie.LINK.clear(request, response);
        return "redirect:/min-melding/lukket";
    }

    @GetMapping("/lukket")
    String left() {
        return "portal/my-report-left";
    }

    @PostMapping("/ny-lenke")
    String newLink(HttpServletRequest request) {
        if (ReportDenied.was(request)) {
            return "redirect:/min-melding";
        }
        SameTime.around(SameTime.AN_ANSWER, () -> session.known(request)
                .ifPresent(id -> exchange.sendAgain(LinkPurpose.MY_REPORT, id, null)));
        return "redirect:/l/sendt";
    }

    /** The page after the half hour. */
    static String over(MyReportSession session, HttpServletRequest request, Model model) {
        if (session.doubted(request).isPresent()) {
            return "redirect:" + OwnPage.REPORT.code();
        }
        model.addAttribute("known", session.known(request).isPresent());
        model.addAttribute("again", "/min-melding/ny-lenke");
        return "portal/my-report-over";
    }
}
