package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import no.omtanke.network.SameTime;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is not there is found out sooner than what is there and closed. So every «not found» leaves at the end of a whole step of time:
 * nobody can tell the one from the other by a watch. «Not allowed» is a matter of the visitor's role alone, and tells of no case.
 */
class EvenRefusals extends OncePerRequestFilter {

    private final Duration step;

    /** @param step longer than judging a case ever takes */
    EvenRefusals(Duration step) {
        this.step = step;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            SameTime.upToAStep(step, begun);
        }
    }
}
