package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import org.springframework.stereotype.Component;

/** Which case this browser may see, and which it came for. */
@Component
class MyReportSession {

    private final LinkSessions sessions;
    private final VisitorDrafts drafts;

    MyReportSession(LinkSessions sessions, VisitorDrafts drafts) {
        this.sessions = sessions;
        this.drafts = drafts;
    }

    /** The case of the live session. */
    Optional<UUID> open(HttpServletRequest request) {
        return TokenCookie.LINK
                .read(request)
                .flatMap(t -> sessions.find(t, LinkPurpose.MY_REPORT))
                .map(LinkSessions.LinkSession::subject);
    }

    /** The case that a link opened here before; it opens nothing any more, but a new link may go to the address on file. */
    Optional<UUID> known(HttpServletRequest request) {
        return TokenCookie.REPORT
                .read(request)
                .flatMap(t -> drafts.load(Visitor.of(t), LinkExchange.KNOWN))
                .map(t -> UUID.fromString(t.text("_case")));
    }

    void end(HttpServletRequest request) {
        TokenCookie.LINK.read(request).ifPresent(sessions::end);
    }
}
