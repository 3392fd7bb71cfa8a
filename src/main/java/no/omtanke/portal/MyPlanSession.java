package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.plan.FamilyLinks;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Which plan this browser may see, for whom, and which it came for. */
@Component
class MyPlanSession {

    private final LinkSessions sessions;
    private final FamilyPlans plans;
    private final FamilyLinks links;
    private final VisitorDrafts drafts;

    MyPlanSession(LinkSessions sessions, FamilyPlans plans, FamilyLinks links, VisitorDrafts drafts) {
        this.sessions = sessions;
        this.plans = plans;
        this.links = links;
        this.drafts = drafts;
    }

    /** Whose the live session is, when its person has proven who they are. */
    Optional<PlanVisit> open(HttpServletRequest request) {
        return live(request).filter(LinkSession::proven).map(MyPlanSession::visit);
    }

    /** Whose the live session is, proven or not: somebody may be on the way to type the code. */
    Optional<PlanVisit> begun(HttpServletRequest request) {
        return live(request).map(MyPlanSession::visit);
    }

    /** The plan of the live session, when its person may still see it. */
    Optional<OwnPlan> plan(HttpServletRequest request) {
        return open(request)
                .filter(visit -> links.openOrEnd(visit.plan(), visit.person()))
                .flatMap(visit -> plans.open(visit.plan(), visit.person()));
    }

    /** What a link opened here before; it opens nothing any more, but a new link may go to the same person. */
    Optional<PlanVisit> known(HttpServletRequest request) {
        return TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), LinkExchange.KNOWN_PLAN))
                .map(PlanVisit::of);
    }

    /** Whose words are typed here: of the session, or of the one that has just run out. */
    Optional<PlanVisit> writer(HttpServletRequest request) {
        return begun(request).or(() -> known(request));
    }

    /** The page instead of a plan: the code is missing, the half hour is over, or the person is of the family no more. */
    String closed(HttpServletRequest request, HttpServletResponse response, Model model, boolean kept) {
        Optional<PlanVisit> came = writer(request);
        boolean theirs = came.filter(visit -> links.openOrEnd(visit.plan(), visit.person())).isPresent();
        if (theirs && begun(request).isPresent() && open(request).isEmpty()) {
            return "redirect:" + OwnPage.PLAN.code() + (kept ? "?kode=kept" : "");
        }
        if (came.isPresent() && !theirs || open(request).isPresent()) {
            return LinkController.dead("/min-plan/ny-lenke", response, model, HttpStatus.GONE);
        }
        model.addAttribute("known", known(request).isPresent());
        model.addAttribute("again", "/min-plan/ny-lenke");
        model.addAttribute("kept", kept);
        return "portal/my-report-over";
    }

    private Optional<LinkSession> live(HttpServletRequest request) {
        return TokenCookie.PLAN.read(request).flatMap(t -> sessions.find(t, LinkPurpose.MY_PLAN));
    }

    private static PlanVisit visit(LinkSession session) {
        return new PlanVisit(session.subject(), session.personId());
    }

    void end(HttpServletRequest request) {
        TokenCookie.PLAN.read(request).ifPresent(sessions::end);
    }
}
