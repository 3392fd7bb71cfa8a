package no.omtanke.network;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a cookie is called. By TLS its name begins with {@code __Host-}: a browser takes such a cookie from this host only, so a neighbour
 * under the same municipality's name cannot hand a family a token that the neighbour knows. Public because families' doors name theirs by it.
 */
public final class HostCookie {

    private HostCookie() {}

    public static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
