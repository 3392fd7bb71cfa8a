package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.omtanke.application.Applicants;
import no.omtanke.network.SameTime;
import no.omtanke.organization.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in for families who apply for something: an address, a link, then what there is to apply for. */
@Controller
class ApplyController {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,180}\\.[^@\\s]{2,}");

    private final OtherSessions sessions;
    private final ApplyDoors doors;
    private final Applicants applicants;
    private final LinkExchange exchange;
    private final Pacing pacing;

    ApplyController(
            OtherSessions sessions, ApplyDoors doors, Applicants applicants, LinkExchange exchange, Pacing pacing) {
        this.sessions = sessions;
        this.doors = doors;
        this.applicants = applicants;
        this.exchange = exchange;
        this.pacing = pacing;
    }

    @GetMapping("/sok")
    String begin(HttpServletRequest request, Model model) {
        Optional<Person> person =
                sessions.open(OwnPage.APPLYING, request).flatMap(came -> applicants.open(came.subject()));
        if (person.isPresent()) {
            model.addAttribute("name", person.get().givenName());
            model.addAttribute("offered", doors.offered(person.get().id()));
            model.addAttribute("answers", doors.answers(person.get().id()));
            return "portal/apply";
        }
        return sessions.waits(OwnPage.APPLYING, request) ? "redirect:" + OwnPage.APPLYING.code() : ask(model, "", false);
    }

    @PostMapping("/sok")
    String ask(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String address = email.strip();
        if (ReportDenied.was(request)) {
            return ask(model, address, false);
        }
        if (!ADDRESS.matcher(address).matches()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return ask(model, address, true);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        exchange.asked(address, visitor);
        SameTime.around(SameTime.AN_ANSWER, () -> {
            if (pacing.maySendLink("applying " + address.toLowerCase(Locale.ROOT))) {
                applicants.ask(address);
            }
        });
        return "redirect:/sok/sjekk-e-posten";
    }

    @GetMapping("/sok/sjekk-e-posten")
    String look() {
        return "portal/apply-look";
    }

    private static String ask(Model model, String email, boolean wrong) {
        model.addAttribute("email", email);
        model.addAttribute("wrong", wrong);
        return "portal/apply-ask";
    }
}
