package no.omtanke.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a session that began at a provider remembers of it, in memory only.
 *
 * @param sid the provider's name for its own session, or null
 */
record ProviderSession(String provider, String issuer, String sid, String idToken) implements Serializable {

    private static final String NAME = ProviderSession.class.getName();

    static Optional<ProviderSession> of(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((ProviderSession) session.getAttribute(NAME));
    }

    void keepIn(HttpSession session) {
        session.setAttribute(NAME, this);
    }

    /** Tokens and names stay out of logs. */
    @Override
    public String toString() {
        return "session at " + provider;
    }
}
