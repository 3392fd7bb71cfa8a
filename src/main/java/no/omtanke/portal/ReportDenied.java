package no.omtanke.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A family's post whose forgery token has gone stale: the same page takes it, keeps what was typed in the visitor's own draft, and
 * asks for one more press. Nothing is sent by it. Another site's post comes without the draft's cookie and reaches no draft.
 */
@Component("reportDenied")
class ReportDenied implements AccessDeniedHandler {

    private static final String MARK = ReportDenied.class.getName();
    private static final long READABLE = 1_000_000;

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        request.setAttribute(MARK, true);
        // Every button of ours says what it does; when not even that could be read, the post was too large.
        boolean unreadable = request.getParameter("action") == null && request.getContentLengthLong() > READABLE;
        String page = unreadable ? TooLarge.PAGE : request.getServletPath();
        request.getRequestDispatcher(page).forward(request, response);
    }

    /** Whether this post may only be kept, not sent. */
    static boolean was(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
