package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.util.matcher.RequestMatcher;

class EvenRefusalsTest {

    private static final Duration STEP = Duration.ofMillis(200);

    // Only that nothing leaves sooner is asserted: a busy machine makes everything later.
    @ParameterizedTest(name = "{0} after {1} ms leaves no sooner than {2} ms")
    @CsvSource({"404, 0, 200", "404, 120, 200", "404, 230, 400"})
    void a_refusal_leaves_at_the_end_of_a_whole_step_whatever_was_asked_for_it(int status, long work, long sooner)
            throws Exception {
        assertThat(takes(status, work)).isGreaterThanOrEqualTo(sooner);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"200", "302", "403", "422"})
    void what_tells_of_no_case_is_not_kept_waiting(int status) throws Exception {
        long soonest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            soonest = Math.min(soonest, takes(status, 0));
        }
        assertThat(soonest).isLessThan(STEP.toMillis());
    }

    @Test
    void a_file_that_is_the_same_for_everybody_keeps_nobody_waiting() throws Exception {
        long soonest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            soonest = Math.min(soonest, takes(404, 0, request -> true));
        }
        assertThat(soonest).isLessThan(STEP.toMillis());
    }

    private static long takes(int status, long work) throws Exception {
        return takes(status, work, request -> false);
    }

    private static long takes(int status, long work, RequestMatcher still) throws Exception {
        FilterChain door = (request, response) -> {
            pause(work);
            ((HttpServletResponse) response).setStatus(status);
        };
        long begun = System.nanoTime();
        new EvenRefusals(STEP, still).doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), door);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
