package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.correspondence.SecureLink;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a browser came for that was asked for consent, or to help, or that asked to come in. */
@Component
class OtherSessions {

    private final LinkSessions sessions;
    private final VisitorDrafts drafts;

    OtherSessions(LinkSessions sessions, VisitorDrafts drafts) {
        this.sessions = sessions;
        this.drafts = drafts;
    }

    /** @param person null for a body */
    record Came(UUID subject, Long person) {}

    /** Remembers what the link opened, so that a new link can be asked for. */
    static void remember(VisitorDrafts drafts, Visitor visitor, SecureLink link) {
        drafts.remember(
                visitor,
                known(OwnPage.of(link.purpose())),
                Typed.empty()
                        .with("_subject", link.subject().toString())
                        .with("_person", link.personId() == null ? "" : link.personId().toString()),
                VisitorDrafts.KEEP);
    }

    private static String known(OwnPage page) {
        return "known-" + page.about();
    }

    /** Whose the live session is, when the second step is done. */
    Optional<Came> open(OwnPage page, HttpServletRequest request) {
        return live(page, request).filter(LinkSession::proven).map(s -> new Came(s.subject(), s.personId()));
    }

    /** Whether only the second step is missing. */
    boolean waits(OwnPage page, HttpServletRequest request) {
        return live(page, request).filter(s -> !s.proven()).isPresent();
    }

    /** What a link opened here before. */
    Optional<Came> known(OwnPage page, HttpServletRequest request) {
        return TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), known(page)))
                .map(known -> new Came(
                        UUID.fromString(known.text("_subject")),
                        known.text("_person").isEmpty() ? null : Long.valueOf(known.text("_person"))));
    }

    /** The page instead: the code is missing, or the half hour is over. */
    String closed(OwnPage page, HttpServletRequest request, Model model) {
        if (waits(page, request) && !request.getServletPath().equals(page.code())) {
            return "redirect:" + page.code();
        }
        model.addAttribute("known", known(page, request).isPresent());
        model.addAttribute("again", page.path() + "/ny-lenke");
        model.addAttribute("kept", false);
        return "portal/my-report-over";
    }

    void end(OwnPage page, HttpServletRequest request, HttpServletResponse response) {
        page.cookie().read(request).ifPresent(sessions::end);
        page.cookie().clear(request, response);
    }

    private Optional<LinkSession> live(OwnPage page, HttpServletRequest request) {
        return page.cookie().read(request).flatMap(t -> sessions.find(t, page.purpose()));
    }
}
