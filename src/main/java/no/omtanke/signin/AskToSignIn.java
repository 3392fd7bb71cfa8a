package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends to the sign-in page. A link followed from another site arrives without our strict session cookie; such a GET is first
 * answered with a page that asks for itself again, now from here, with the cookie.
 */
class AskToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        boolean fromElsewhere = "GET".equals(request.getMethod())
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        if (fromElsewhere) {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Refresh", "0");
            response.getWriter()
                    .write("<!doctype html><html lang=\"nb\"><title>Omtanke</title><p><a href=\"\">Omtanke</a></p></html>");
            return;
        }
        response.sendRedirect(request.getContextPath() + "/signin");
    }
}
