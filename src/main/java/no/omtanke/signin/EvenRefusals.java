package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import no.omtanke.network.SameTime;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is not there is found out sooner than what is there and closed. So every «not found» leaves at the end of a whole step of time:
 * nobody can tell the one from the other by a watch. «Not allowed» is a matter of the visitor's role alone, and tells of no case.
 */
class EvenRefusals extends OncePerRequestFilter {

    private final Duration step;
    private final RequestMatcher still;

    /**
     * @param step longer than judging a case ever takes
     * @param still what is the same for everybody and counted by nobody: there is nothing to hide, and a flood of it must keep no thread
     */
    EvenRefusals(Duration step, RequestMatcher still) {
        this.step = step;
        this.still = still;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND && !still.matches(request)) {
            SameTime.upToAStep(step, begun);
        }
    }
}
