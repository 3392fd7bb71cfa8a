package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.omtanke.concern.Invitations;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.correspondence.SecureLink;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.network.SameTime;
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
    private final SecondStep step;
    private final LinkLog log;

    LinkController(
            SecureLinks links,
            LinkExchange exchange,
            LinkSessions sessions,
            MyPlanSession plans,
            Invitations invitations,
            VisitorDrafts drafts,
            SecondStep step,
            LinkLog log) {
        this.links = links;
        this.exchange = exchange;
        this.sessions = sessions;
        this.plans = plans;
        this.invitations = invitations;
        this.drafts = drafts;
        this.step = step;
        this.log = log;
    }

    @GetMapping("/l/{token}")
    String look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<SecureLink> link = links.look(token);
        if (link.isEmpty()) {
            log.unknown();
            return dead(token, response, model);
        }
        if (used(link.get())) {
            log.looked(link.get());
            return "portal/link-used";
        }
        Optional<String> open = alreadyOpen(link.get(), request);
        if (open.isPresent()) {
            return "redirect:" + open.get();
        }
        if (link.get().state() != SecureLink.State.LIVE || !exchange.stillTheirs(link.get())) {
            log.refused(link.get());
            return dead(token, response, model);
        }
        log.looked(link.get());
        model.addAttribute("token", token);
        model.addAttribute("purpose", link.get().purpose().name());
        return "portal/link";
    }

    @PostMapping("/l/{token}")
    String open(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<SecureLink> link = links.look(token);
        if (link.isEmpty() || link.filter(this::used).isPresent() || ReportDenied.was(request)) {
            return look(token, request, response, model);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        if (link.get().purpose() == LinkPurpose.REPORT_INVITATION) {
            if (!exchange.toForm(token, link.get(), visitor)) {
                return look(token, request, response, model);
            }
            log.opened(link.get());
            return "redirect:" + ReportDoor.invited(link.get().subject()).path();
        }
        OwnPage page = OwnPage.of(link.get().purpose());
        Optional<String> session =
                switch (page) {
                    case REPORT -> exchange.toMyReport(token, link.get(), visitor);
                    case PLAN -> exchange.toMyPlan(token, link.get(), visitor);
                    case CONSENT, HELP, DECISION, APPLICATION -> exchange.toOther(token, link.get(), visitor);
                    case APPLYING -> exchange.toApplying(token, link.get(), visitor);
                };
        if (session.isEmpty()) {
            return look(token, request, response, model);
        }
        log.opened(link.get());
        page.cookie().set(request, response, session.get());
        return "redirect:" + (page.closedToLinkAlone() ? withCode(page, session.get(), locale) : page.path());
    }

    // The code, when one is needed, leaves at once, so that it is there when the page asks for it.
    private String withCode(OwnPage page, String session, Locale locale) {
        LinkSession begun = sessions.find(session, page.purpose()).orElseThrow();
        if (begun.proven()) {
            return page.path();
        }
        return step.signIn(page, begun).isPresent()
                ? page.code()
                : page.code() + "?kode=" + CodeController.notice(step.send(page, session, begun, locale));
    }

    @PostMapping("/l/{token}/ny")
    String again(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (ReportDenied.was(request)) {
            return look(token, request, response, model);
        }
        SameTime.around(SameTime.AN_ANSWER, () -> links.look(token)
                .filter(l -> l.state() != SecureLink.State.LIVE)
                .ifPresentOrElse(
                        l -> {
                            log.again(l);
                            exchange.sendAgain(l.purpose(), l.subject(), l.personId());
                        },
                        log::unknown));
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
            return plans.begun(request).filter(theirs::equals).map(s -> "/min-plan");
        }
        if (link.purpose() != LinkPurpose.REPORT_INVITATION) {
            OwnPage page = OwnPage.of(link.purpose());
            return page.cookie()
                    .read(request)
                    .flatMap(t -> sessions.find(t, link.purpose()))
                    .filter(s -> s.subject().equals(link.subject()) && Objects.equals(s.personId(), link.personId()))
                    .map(s -> page.path());
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
