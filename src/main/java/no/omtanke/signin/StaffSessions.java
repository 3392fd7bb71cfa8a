package no.omtanke.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** The sessions of those who are signed in, so that one can be ended from elsewhere. */
@Component
class StaffSessions implements HttpSessionListener {

    private final Map<String, Kept> open = new ConcurrentHashMap<>();

    private record Kept(long personId, HttpSession session) {}

    void began(long personId, HttpSession session) {
        open.put(session.getId(), new Kept(personId, session));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession().getId());
    }

    /** Signed out at the provider: signed out here. */
    void endAt(String issuer, String sid) {
        end((personId, session) -> ProviderSession.of(session)
                .filter(p -> p.issuer().equals(issuer) && sid.equals(p.sid()))
                .isPresent());
    }

    /** Every session of the person but this one. @return how many */
    int endOthers(long personId, HttpSession mine) {
        return end((person, session) -> person == personId && !session.getId().equals(mine.getId()));
    }

    int others(long personId, HttpSession mine) {
        return (int) open.values().stream()
                .filter(k -> k.personId() == personId && !k.session().getId().equals(mine.getId()))
                .count();
    }

    private int end(BiPredicate<Long, HttpSession> which) {
        int ended = 0;
        for (Kept kept : open.values()) {
            try {
                if (which.test(kept.personId(), kept.session())) {
                    kept.session().invalidate();
                    ended++;
                }
            } catch (IllegalStateException over) {
                // It ended by itself meanwhile.
            }
        }
        return ended;
    }
}
