package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** The way by a provider did not end well: says why, kindly, and logs what the operator can do something about. */
@Component
class OidcTrouble implements AuthenticationFailureHandler {

    static final String UNKNOWN = "unknown";
    static final String LEVEL = "level";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";

    private static final Logger LOG = LoggerFactory.getLogger(OidcTrouble.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) throws IOException {
        String uri = request.getRequestURI();
        String provider = uri.substring(uri.lastIndexOf('/') + 1);
        String why = why(cause);
        // Codes only: what a provider says in words may hold a name.
        if (why.equals(FAILED) && cause instanceof OAuth2AuthenticationException o) {
            LOG.warn("Sign-in failed: {}", o.getError().getErrorCode().replaceAll("[^a-z_]", ""));
        }
        String page = page(provider, why, request);
        if (provider.equals(SignInSettings.FAMILIES)) {
            response.sendRedirect(page);
        } else {
            Onward.to(page, response);
        }
    }

    static String page(String provider, String why, HttpServletRequest request) {
        if (!provider.equals(SignInSettings.FAMILIES)) {
            return "/signin?trouble=" + why;
        }
        return "/signin/family?trouble=" + why
                + PendingSignIns.returnTo(request)
                        .map(to -> "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                        .orElse("");
    }

    private static String why(AuthenticationException cause) {
        if (!(cause instanceof OAuth2AuthenticationException trouble)) {
            return FAILED;
        }
        String code = trouble.getError().getErrorCode();
        boolean low = trouble.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream().anyMatch(e -> e.getErrorCode().equals(IdTokens.TOO_LOW));
        return code.equals("access_denied") ? CANCELLED : low ? LEVEL : FAILED;
    }
}
