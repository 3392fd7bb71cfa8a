package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import no.omtanke.network.Pace;
import no.omtanke.network.PaceForTests;
import no.omtanke.network.PaceLimits;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrowdTest {

    private static final PaceLimits FEW = new PaceLimits(Duration.ofMinutes(10), 10, 4, 3, 2, 2);

    private final Pace pace = PaceForTests.of(FEW);
    private final Crowd crowd = new Crowd(pace, request -> request.getServletPath().startsWith("/css/"));

    @Test
    void an_address_that_asks_too_much_is_told_to_wait_and_another_is_not() {
        for (int i = 0; i < 10; i++) {
            assertThat(knock("GET", "/", "192.0.2.1")).isEqualTo(200);
        }
        assertThat(knock("GET", "/", "192.0.2.1")).isEqualTo(429);
        assertThat(knock("GET", "/tasks", "192.0.2.1")).isEqualTo(429);
        assertThat(knock("GET", "/css/omtanke.css", "192.0.2.1")).isEqualTo(200);
        assertThat(knock("GET", "/", "192.0.2.2")).isEqualTo(200);
    }

    @Test
    void a_report_is_never_refused_however_much_came_from_its_address() {
        for (int i = 0; i < 50; i++) {
            knock("GET", "/", "192.0.2.1");
        }
        for (String path : new String[] {"/meld", "/meld/elev", "/meld/skjema/1"}) {
            assertThat(knock("POST", path, "192.0.2.1")).isEqualTo(200);
        }
        assertThat(knock("POST", "/meldx", "192.0.2.1")).isEqualTo(429);
    }

    @Test
    void one_link_may_be_tried_only_so_often_from_wherever() {
        for (int i = 1; i <= 3; i++) {
            assertThat(knock("GET", "/l/token", "192.0.2." + i)).isEqualTo(200);
        }
        assertThat(knock("POST", "/l/token", "192.0.2.9")).isEqualTo(429);
        assertThat(knock("POST", "/l/another", "192.0.2.9")).isEqualTo(200);
    }

    @Test
    void links_new_links_and_sign_ins_have_figures_of_their_own() {
        for (int i = 0; i < 4; i++) {
            assertThat(knock("GET", "/l/guess" + i, "192.0.2.1")).isEqualTo(200);
        }
        assertThat(knock("GET", "/l/guess5", "192.0.2.1")).isEqualTo(429);
        assertThat(knock("POST", "/signin", "192.0.2.1")).isEqualTo(200);
        assertThat(knock("POST", "/signin", "192.0.2.1")).isEqualTo(200);
        assertThat(knock("POST", "/signin", "192.0.2.1")).isEqualTo(429);
        assertThat(knock("POST", "/l/a/ny", "192.0.2.3")).isEqualTo(200);
        assertThat(knock("POST", "/min-plan/ny-lenke", "192.0.2.3")).isEqualTo(200);
        assertThat(knock("POST", "/min-melding/ny-lenke", "192.0.2.3")).isEqualTo(429);
    }

    @Test
    void who_waits_is_told_how_long() throws ServletException, IOException {
        for (int i = 0; i < 10; i++) {
            knock("GET", "/", "192.0.2.1");
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        crowd.doFilter(request("GET", "/", "192.0.2.1"), answer, new MockFilterChain());
        assertThat(answer.getHeader("Retry-After")).isEqualTo("60");
    }

    private int knock(String method, String path, String address) {
        try {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            crowd.doFilter(request(method, path, address), answer, new MockFilterChain());
            return answer.getStatus();
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }
}
