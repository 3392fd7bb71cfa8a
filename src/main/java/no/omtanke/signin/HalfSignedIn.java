package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and who still owes a code. To every door they are a stranger: the session holds this and no sign-in.
 *
 * @param wrong how many codes were wrong in this session
 */
record HalfSignedIn(long personId, String username, Instant until, int wrong) implements Serializable {

    private static final String NAME = HalfSignedIn.class.getName();
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final int MOST_WRONG = 5;

    /** Begins in a session of its own. */
    static void begin(long personId, String username, Instant now, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession().setAttribute(NAME, new HalfSignedIn(personId, username, now.plus(LASTS), 0));
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((HalfSignedIn) session.getAttribute(NAME)).filter(h -> now.isBefore(h.until()));
    }

    /** @return whether one may try again; otherwise the session is over and the password is asked for anew */
    boolean mayTryAgain(HttpSession session) {
        if (wrong + 1 >= MOST_WRONG) {
            session.invalidate();
            return false;
        }
        session.setAttribute(NAME, new HalfSignedIn(personId, username, until, wrong + 1));
        return true;
    }
}
