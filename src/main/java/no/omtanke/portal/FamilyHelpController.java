package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From the page of the plan to what one was asked for consent to, to look at it and take it back. */
@Controller
class FamilyHelpController {

    private final MyPlanSession session;
    private final ConsentDoor consents;
    private final LinkSessions sessions;

    FamilyHelpController(MyPlanSession session, ConsentDoor consents, LinkSessions sessions) {
        this.session = session;
        this.consents = consents;
        this.sessions = sessions;
    }

    @PostMapping("/min-plan/hjelp/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String open(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<OwnPlan> own = session.plan(request);
        if (own.isEmpty()) {
            return session.closed(request, response, model, false);
        }
        long person = own.get().person().id();
        UUID caseId = own.get().open().file().id();
        boolean theirs = consents.of(caseId, own.get().plan().pupil(), person).stream()
                .anyMatch(line -> line.involvement().equals(id) && line.consent() != null);
        if (ReportDenied.was(request) || !theirs || !consents.open(id, person)) {
            return "redirect:/min-plan";
        }
        OwnPage.CONSENT.cookie().set(request, response, sessions.follow(LinkPurpose.CONSENT, id, caseId, person));
        return "redirect:/samtykke";
    }
}
