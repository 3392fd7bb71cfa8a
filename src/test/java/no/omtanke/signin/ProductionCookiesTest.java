package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A cookie whose name begins with {@code __Host-} is taken by a browser only when it is all that the name promises. */
class ProductionCookiesTest {

    @Test
    void the_session_s_cookie_leaves_by_tls_only_and_for_this_host_only() throws IOException {
        Map<String, Object> production = settings("application-production.yml");
        Map<String, Object> always = settings("application.yml");
        assertThat(String.valueOf(production.get("server.servlet.session.cookie.name"))).startsWith("__Host-");
        assertThat(String.valueOf(production.get("server.servlet.session.cookie.secure"))).isEqualTo("true");
        assertThat(String.valueOf(always.get("server.servlet.session.cookie.http-only"))).isEqualTo("true");
        assertThat(String.valueOf(always.get("server.servlet.session.cookie.same-site"))).isEqualTo("strict");
        assertThat(String.valueOf(always.get("server.servlet.session.tracking-modes"))).isEqualTo("cookie");
        assertThat(production.keySet()).noneMatch(name -> name.contains("cookie.domain"));
        assertThat(always.keySet()).noneMatch(name -> name.contains("cookie.domain") || name.contains("context-path"));
    }

    @Test
    void the_token_s_cookie_does_so_too_where_links_begin_with_https() {
        assertThat(cookie(true)).startsWith("__Host-omtanke-csrf=").contains("Secure", "HttpOnly", "Path=/").doesNotContain("Domain");
        assertThat(cookie(false)).startsWith("omtanke-csrf=").doesNotContain("Secure");
    }

    private static String cookie(boolean https) {
        var tokens = SecuritySettings.csrfCookie(https ? "https://omtanke.example" : "http://localhost");
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        tokens.saveToken(tokens.generateToken(request), request, response);
        return response.getHeader("Set-Cookie");
    }

    private static Map<String, Object> settings(String name) throws IOException {
        Object source = new YamlPropertySourceLoader().load(name, new ClassPathResource(name)).get(0).getSource();
        @SuppressWarnings("unchecked")
        Map<String, Object> settings = (Map<String, Object>) source;
        return settings;
    }
}
