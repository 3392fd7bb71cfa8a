package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Who signs out and came by a provider signs out there as well: on a shared machine the next one would walk right in. */
@Component
class LeavingProvider implements LogoutHandler, LogoutSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingProvider.class);
    private static final String NEXT = LeavingProvider.class.getName() + ".next";
    private static final String OUT = "/signin?out";

    private final Providers providers;
    private final String baseUrl;

    LeavingProvider(Providers providers, @Value("${omtanke.base-url}") String baseUrl) {
        this.providers = providers;
        this.baseUrl = baseUrl;
    }

    /** While there is still a session to ask. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        ProviderSession.of(request.getSession(false)).ifPresent(session -> {
            try {
                address(providers.registration(session.provider()), session.idToken(), baseUrl + OUT)
                        .ifPresent(next -> request.setAttribute(NEXT, next));
            } catch (RuntimeException silent) {
                LOG.warn("The provider {} does not answer: signed out here only", session.provider());
            }
        });
    }

    // Not by a redirect: the answer to a form may lead to our own house only.
    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (request.getAttribute(NEXT) instanceof String next) {
            Onward.to(next, response);
        } else {
            response.sendRedirect(OUT);
        }
    }

    /** The provider's page that ends its session. @param idToken null to leave it out */
    static Optional<String> address(ClientRegistration registration, String idToken, String backTo) {
        Object end = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return Optional.ofNullable(end).map(e -> e + (e.toString().contains("?") ? "&" : "?")
                + "client_id=" + encoded(registration.getClientId())
                + "&post_logout_redirect_uri=" + encoded(backTo)
                + (idToken == null ? "" : "&id_token_hint=" + encoded(idToken)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
