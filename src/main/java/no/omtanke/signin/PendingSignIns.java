package no.omtanke.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Who has been sent to a provider and is not back yet. Not in the session: its strict cookie is not there when a browser comes back from
 * another site, and families have none.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String RETURN_TO = PendingSignIns.class.getName() + ".returnTo";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final DrawnCookie COOKIE = new DrawnCookie("omtanke-signin", "/signin", PATIENCE);

    private final Cache<String, Pending> waiting =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(PATIENCE).build();

    private record Pending(OAuth2AuthorizationRequest request, String returnTo) {}

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(Pending::request).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        String token = Drawn.token();
        waiting.put(token, new Pending(sent, LocalPath.of(request.getParameter("to")).orElse(null)));
        COOKIE.set(request, response, token);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Pending> pending = find(request);
        COOKIE.read(request).ifPresent(waiting::invalidate);
        COOKIE.clear(request, response);
        pending.ifPresent(p -> request.setAttribute(RETURN_TO, p.returnTo()));
        return pending.map(Pending::request).orElse(null);
    }

    /** Where the one who is back wanted to go; known after the request has been taken out. */
    static Optional<String> returnTo(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(RETURN_TO));
    }

    private Optional<Pending> find(HttpServletRequest request) {
        String state = request.getParameter("state");
        return COOKIE.read(request)
                .map(waiting::getIfPresent)
                .filter(p -> p.request().getState().equals(state));
    }
}
