package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import no.omtanke.network.Pace;
import no.omtanke.network.Pace.Door;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks who knocks too often to wait, before anything is read or looked up. A report is never among them: the open form has a pause of its
 * own, which keeps what was written.
 */
class Crowd extends OncePerRequestFilter {

    private static final Pattern LINK = Pattern.compile("/l/([^/]+)(/ny)?");
    private static final int WAIT_SECONDS = 60;

    private final Pace pace;
    private final RequestMatcher still;

    /** @param still what costs so little that nobody counts it */
    Crowd(Pace pace, RequestMatcher still) {
        this.pace = pace;
        this.still = still;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayKnock(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(WAIT_SECONDS));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private boolean mayKnock(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String path = request.getServletPath();
        boolean post = request.getMethod().equals("POST");
        if (still.matches(request) || post && (path.equals("/meld") || path.startsWith("/meld/"))) {
            return true;
        }
        if (!pace.mayKnock(Door.ANY, address)) {
            return false;
        }
        var link = LINK.matcher(path);
        if (link.matches()) {
            return pace.mayKnock(Door.LINK, address)
                    && pace.mayKnock(Door.ONE_LINK, Integer.toHexString(link.group(1).hashCode()))
                    && (link.group(2) == null || pace.mayKnock(Door.NEW_LINK, address));
        }
        if (post && path.endsWith("/ny-lenke")) {
            return pace.mayKnock(Door.NEW_LINK, address);
        }
        return !post || !path.equals("/signin") || pace.mayKnock(Door.SIGN_IN, address);
    }
}
