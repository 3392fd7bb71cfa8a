package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Files are taken in only at doors that take files: elsewhere a hundred megabytes are refused before anything is kept of them. */
class ReadableSize extends OncePerRequestFilter {

    /** The open form, what families apply for, what is added to a report, a plan's answers, an appeal, staff's forms, a list, a calendar, arms. */
    private static final Pattern TAKES_FILES =
            Pattern.compile("/meld(/.*)?|/sok/[^/]+|/min-melding/.*|/min-plan/.*|/reports/new|/reports/intervention|/reports/leave|/reports/support-need|/supervision/new|/absence/import|/tasks/[^/]+"
                    + "|/cases/[^/]+/(reopen|appeal)|/vedtak/klag|/administration/letters|/administration/calendar/[^/]+/\\d{4}/file");

    private static final long MOST = 4L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean parts = type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
        if ((parts || request.getContentLengthLong() > MOST)
                && !TAKES_FILES.matcher(request.getServletPath()).matches()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
