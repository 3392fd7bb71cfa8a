package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import no.omtanke.concern.Invitations;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.SecureLink;
import no.omtanke.correspondence.SecureLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Links from e-mails. Looking at one spends nothing: mail scanners look before people do. */
@Controller
class LinkController {

    private final SecureLinks links;
    private final LinkExchange exchange;
    private final LinkSessions sessions;
    private final MyPlanSession plans;
    private final Invitations invitations;
    private final VisitorDrafts drafts;

    LinkController(
            SecureLinks links,
            LinkExchange exchange,
            LinkSessions sessions,
            MyPlanSession plans,
            Invitations invitations,
            VisitorDrafts drafts) {
        this.links = links;
        this.exchange = exchange;
        this.sessions = sessions;
        this.plans = plans;
        this.invitations = invitations;
        this.drafts = drafts;
    }

    @GetMapping("/l/{token}")
    String look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<SecureLink> link = links.look(token);
        if (link.filter(this::used).isPresent()) {
            return "portal/link-used";
        }
        Optional<String> open = link.flatMap(l -> alreadyOpen(l, request));
        if (open.isPresent()) {
            return "redirect:" + open.get();
        }
        if (link.filter(l -> l.state() == SecureLink.State.LIVE).filter(exchange::stillTheirs).isEmpty()) {
            return dead(token, response, model);
        }
        model.addAttribute("token", token);
        model.addAttribute("purpose", link.get().purpose().name());
        return "portal/link";
    }

    @PostMapping("/l/{token}")
    String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<SecureLink> link = links.look(token);
        if (link.isEmpty() || link.filter(this::used).isPresent() || ReportDenied.was(request)) {
            return look(token, request, response, model);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        if (link.get().purpose() == LinkPurpose.REPORT_INVITATION) {
            return exchange.toForm(token, link.get(), visitor)
                    ? "redirect:" + ReportDoor.invited(link.get().subject()).path()
                    : look(token, request, response, model);
        }
        boolean plan = link.get().purpose() == LinkPurpose.MY_PLAN;
        Optional<String> session = plan
                ? exchange.toMyPlan(token, link.get(), visitor)
                : exchange.toMyReport(token, link.get(), visitor);
        session.ifPresent(s -> (plan ? TokenCookie.PLAN : TokenCookie.LINK).set(request, response, s));
        return session.isPresent()
                ? "redirect:" + (plan ? "/min-plan" : "/min-melding")
                : look(token, request, response, model);
    }

    @PostMapping("/l/{token}/ny")
    String again(@PathVariable String token) {
        links.look(token)
                .filter(l -> l.state() != SecureLink.State.LIVE)
                .ifPresent(l -> exchange.sendAgain(l.purpose(), l.subject(), l.personId()));
        return "redirect:/l/sendt";
    }

    @GetMapping("/l/sendt")
    String sent() {
        return "portal/link-sent";
    }

    /** Where this browser is already in by the same link. */
    private Optional<String> alreadyOpen(SecureLink link, HttpServletRequest request) {
        if (link.purpose() == LinkPurpose.MY_REPORT) {
            return TokenCookie.LINK
                    .read(request)
                    .flatMap(t -> sessions.find(t, LinkPurpose.MY_REPORT))
                    .filter(s -> s.subject().equals(link.subject()))
                    .map(s -> "/min-melding");
        }
        if (link.purpose() == LinkPurpose.MY_PLAN) {
            PlanVisit theirs = new PlanVisit(link.subject(), link.personId());
            return plans.open(request).filter(theirs::equals).map(s -> "/min-plan");
        }
        ReportDoor door = ReportDoor.invited(link.subject());
        return TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), door.purpose()))
                .map(d -> door.path());
    }

    private boolean used(SecureLink link) {
        return link.purpose() == LinkPurpose.REPORT_INVITATION
                && invitations.find(link.subject()).filter(Invitations.Invitation::used).isPresent();
    }

    // Never made, spent, expired and revoked look the same: a stranger learns nothing by trying.
    private static String dead(String token, HttpServletResponse response, Model model) {
        return dead("/l/" + token + "/ny", response, model, HttpStatus.GONE);
    }

    /** @param again where a new link is asked for */
    static String dead(String again, HttpServletResponse response, Model model, HttpStatus status) {
        response.setStatus(status.value());
        model.addAttribute("again", again);
        return "portal/link-dead";
    }
}
