package no.omtanke.portal;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import no.omtanke.access.AccessLog;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions.LinkSession;
import no.omtanke.correspondence.SecureLink;
import org.springframework.stereotype.Component;

/** Writes down what is done with links. Tokens are not in it. */
@Component
class LinkLog {

    // A stranger who tries tokens cannot fill the disk; that somebody tries is seen all the same.
    private static final int UNKNOWN_A_MINUTE = 60;

    private final AccessLog log;
    private final Bucket unknown = Bucket.builder()
            .addLimit(limit -> limit.capacity(UNKNOWN_A_MINUTE).refillGreedy(UNKNOWN_A_MINUTE, Duration.ofMinutes(1)))
            .build();

    LinkLog(AccessLog log) {
        this.log = log;
    }

    void looked(SecureLink link) {
        write(link, true, "looked");
    }

    void opened(SecureLink link) {
        write(link, true, "opened");
    }

    /** Spent, expired, ended, or of somebody who may not any more. */
    void refused(SecureLink link) {
        boolean live = link.state() == SecureLink.State.LIVE;
        write(link, false, live ? "not-theirs" : "link-" + link.state().name().toLowerCase(Locale.ROOT));
    }

    /** Nobody ever made it. */
    void unknown() {
        if (unknown.tryConsume(1)) {
            log.link(null, null, "link", false, "link-unknown");
        }
    }

    /** A new link was asked for. */
    void again(SecureLink link) {
        write(link, true, "asked-again");
    }

    /** Something about the second step of a session. */
    void step(LinkPurpose purpose, LinkSession session, boolean allowed, String what) {
        log.link(session.personId(), session.caseId(), purpose.via(), allowed, what);
    }

    private void write(SecureLink link, boolean allowed, String what) {
        log.link(link.personId(), link.caseId(), link.purpose().via(), allowed, what);
    }
}
