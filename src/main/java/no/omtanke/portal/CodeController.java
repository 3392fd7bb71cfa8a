package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.concern.OwnQuestion;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.portal.SecondStep.Entered;
import no.omtanke.portal.SecondStep.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step: the page where a code is typed. */
@Controller
@RequestMapping({"/min-plan/kode", "/min-melding/kode", "/samtykke/kode", "/bistand/kode", "/sok/kode", "/vedtak/kode", "/soknad/kode"})
class CodeController {

    private final LinkSessions sessions;
    private final SecondStep step;
    private final MyPlanSession plans;
    private final MyReportSession reports;
    private final OtherSessions others;
    private final LinkExchange exchange;

    CodeController(
            LinkSessions sessions,
            SecondStep step,
            MyPlanSession plans,
            MyReportSession reports,
            OtherSessions others,
            LinkExchange exchange) {
        this.sessions = sessions;
        this.step = step;
        this.plans = plans;
        this.reports = reports;
        this.others = others;
        this.exchange = exchange;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) String kode,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        OwnPage page = OwnPage.of(request);
        Optional<String> token = page.cookie().read(request);
        Optional<LinkSession> session = token.flatMap(t -> sessions.find(t, page.purpose()));
        if (session.isEmpty()) {
            return over(page, request, response, model);
        }
        if (session.get().proven()) {
            return "redirect:" + page.path();
        }
        if (!session.get().doubted()) {
            Optional<Entered> signedIn = step.signedIn(page, token.get(), session.get(), request);
            if (signedIn.isPresent()) {
                return signedIn.get() instanceof Entered.Right right
                        ? in(page, right, request, response)
                        : page(page, token.get(), session.get(), "other", response, model);
            }
        }
        String notice = kode != null && kode.matches("sent|failed|wait|no-address|kept") ? kode : null;
        return page(page, token.get(), session.get(), notice, response, model);
    }

    @PostMapping
    String post(
            @RequestParam(required = false) String action,
            @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        OwnPage page = OwnPage.of(request);
        Optional<String> token = page.cookie().read(request);
        Optional<LinkSession> session = token.flatMap(t -> sessions.find(t, page.purpose()));
        if (session.isEmpty() || session.get().proven() || ReportDenied.was(request)) {
            return show(null, request, response, model);
        }
        if (!session.get().doubted() && step.signIn(page, session.get()).isPresent()) {
            // Where there is a stronger proof, a code is none.
            return "redirect:" + page.code();
        }
        if ("send".equals(action)) {
            if (session.get().doubted()) {
                return "redirect:" + page.code();
            }
            Sent sent = step.send(page, token.get(), session.get(), locale);
            return "redirect:" + page.code() + "?kode=" + notice(sent);
        }
        Entered entered = session.get().doubted()
                ? step.answer(token.get(), session.get(), code)
                : step.enter(page, token.get(), session.get(), code);
        if (entered instanceof Entered.Right right) {
            if (session.get().doubted()) {
                exchange.known(session.get().subject(), Visitor.of(TokenCookie.REPORT.readOrDraw(request, response)));
            }
            return in(page, right, request, response);
        }
        if (entered instanceof Entered.NoMore && session.get().doubted()) {
            page.cookie().clear(request, response);
            return LinkController.dead(page.path() + "/ny-lenke", response, model, HttpStatus.GONE);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(page, token.get(), session.get(), entered instanceof Entered.Wrong ? "wrong" : "no-more", response, model);
    }

    static String notice(Sent sent) {
        return sent.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String in(OwnPage page, Entered.Right right, HttpServletRequest request, HttpServletResponse response) {
        page.cookie().set(request, response, right.token());
        return "redirect:" + page.path();
    }

    private String page(
            OwnPage page, String token, LinkSession session, String notice, HttpServletResponse response, Model model) {
        Optional<OwnQuestion> question = session.doubted() ? step.question(session.subject()) : Optional.empty();
        if (session.doubted() && question.isEmpty()) {
            return LinkController.dead(page.path() + "/ny-lenke", response, model, HttpStatus.GONE);
        }
        Optional<String> signIn = session.doubted() ? Optional.empty() : step.signIn(page, session);
        model.addAttribute("home", page.path());
        model.addAttribute("address", page.code());
        model.addAttribute("about", page.about());
        model.addAttribute("question", question.map(OwnQuestion::kind).orElse(null));
        model.addAttribute("signIn", signIn.orElse(null));
        model.addAttribute("waits", !session.doubted() && step.waits(token));
        model.addAttribute("notice", notice);
        return "portal/code";
    }

    private String over(OwnPage page, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (page) {
            case PLAN -> plans.closed(request, response, model, false);
            case REPORT -> MyReportController.over(reports, request, model);
            case CONSENT, HELP, APPLYING, DECISION, APPLICATION -> others.closed(page, request, model);
        };
    }
}
