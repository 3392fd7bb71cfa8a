package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where somebody was going when they were asked to sign in. It lies in a cookie, and a cookie may be a neighbour's: only its path is
 * followed, never its host.
 */
class WayBack extends CookieRequestCache {

    WayBack() {
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            SavedRequest saved = super.getRequest(request, response);
            String path = saved == null ? null : inside(saved.getRedirectUrl());
            return path == null ? null : new SimpleSavedRequest(path);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Forgotten once it is reached; the request goes on as it is. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = getRequest(request, response);
        String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (saved != null && saved.getRedirectUrl().equals(here)) {
            removeRequest(request, response);
        }
        return null;
    }

    /** The address without scheme and host; null when what is left could lead elsewhere. */
    static String inside(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return null;
        }
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
