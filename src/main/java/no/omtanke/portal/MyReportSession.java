package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.correspondence.SecureLinks;
import org.springframework.stereotype.Component;

/** Which case this browser may see, and which it came for. */
@Component
class MyReportSession {

    private final LinkSessions sessions;
    private final SecureLinks links;
    private final FamilyDoor families;
    private final VisitorDrafts drafts;

    MyReportSession(LinkSessions sessions, SecureLinks links, FamilyDoor families, VisitorDrafts drafts) {
        this.sessions = sessions;
        this.links = links;
        this.families = families;
        this.drafts = drafts;
    }

    /** The case of the live session: what its person wrote themselves. */
    Optional<UUID> open(HttpServletRequest request) {
        return live(request).filter(s -> !s.doubted()).map(LinkSession::subject).filter(this::theirs);
    }

    /** The same when the person has proven more than that they had the link: what others wrote. */
    Optional<UUID> proven(HttpServletRequest request) {
        return live(request).filter(LinkSession::proven).map(LinkSession::subject).filter(this::theirs);
    }

    /** The case of a session that must first show that the link came to the right one. */
    Optional<UUID> doubted(HttpServletRequest request) {
        return live(request).filter(LinkSession::doubted).map(LinkSession::subject);
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

    private Optional<LinkSession> live(HttpServletRequest request) {
        return TokenCookie.LINK.read(request).flatMap(t -> sessions.find(t, LinkPurpose.MY_REPORT));
    }

    private boolean theirs(UUID caseId) {
        boolean theirs = families.stillTheirs(caseId);
        if (!theirs) {
            links.end(LinkPurpose.MY_REPORT, caseId, null, "no-guardian");
        }
        return theirs;
    }
}
