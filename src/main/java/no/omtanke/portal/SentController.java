package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The confirmation, for the browser that sent the report, for a day. */
@Controller
class SentController {

    private final VisitorDrafts drafts;
    private final CaseFiles cases;
    private final PromiseWords promise;
    private final HealthContacts contacts;

    SentController(VisitorDrafts drafts, CaseFiles cases, PromiseWords promise, HealthContacts contacts) {
        this.drafts = drafts;
        this.cases = cases;
        this.promise = promise;
        this.contacts = contacts;
    }

    @GetMapping("/meld/sendt")
    String sent(
            @RequestParam(required = false) String utskrift, HttpServletRequest request, Model model, Locale locale) {
        Optional<Typed> sent = TokenCookie.REPORT
                .read(request)
                .map(Visitor::of)
                .flatMap(v -> drafts.load(v, Sending.SENT));
        Optional<CaseFile> file = sent.filter(t -> !t.text("_case").isEmpty()).flatMap(t -> cases.file(UUID.fromString(t.text("_case"))));
        if (file.isEmpty()) {
            return "redirect:/meld";
        }
        if (contacts.isContact(file.get().id())) {
            model.addAttribute("email", sent.get().text("_email"));
            return "portal/health-sent";
        }
        promise.add(model, file.get(), sent.get().text("_reachable").equals("true"), locale);
        model.addAttribute("email", sent.get().text("_email"));
        model.addAttribute("print", utskrift != null);
        return "portal/sent";
    }
}
