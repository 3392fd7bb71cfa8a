package no.omtanke.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The doors of Camunda's web applications: for operators, to look and to try again. What changes anything else is closed here and, where
 * this list should err, by the engine's authorizations.
 */
@Configuration
class WebappDoors {

    private static final String ENGINE = "/camunda/api/engine/engine/{engine}";

    /** Who somebody is, is for the house to say. */
    private static final List<String> NEVER =
            List.of("/camunda/app/admin/**", "/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**");

    /** Questions too long for an address: they change nothing. */
    private static final List<String> QUESTIONS = List.of(
            ENGINE + "/process-instance", ENGINE + "/process-instance/count",
            ENGINE + "/execution", ENGINE + "/execution/count",
            ENGINE + "/task", ENGINE + "/task/count",
            ENGINE + "/variable-instance", ENGINE + "/variable-instance/count",
            ENGINE + "/job", ENGINE + "/job/count",
            ENGINE + "/filter/*/list", ENGINE + "/filter/*/count",
            ENGINE + "/history/*", ENGINE + "/history/*/count",
            "/camunda/api/cockpit/plugin/base/{engine}/**");

    /** A failed step is tried again. */
    private static final String RETRY = ENGINE + "/job/*/retries";

    /** Their own way out: it ends the web applications' session, not ours. */
    private static final String LEAVE = "/camunda/api/admin/auth/user/*/logout";

    @Bean
    @Order(1)
    SecurityFilterChain operatorsOnly(
            HttpSecurity http, Readers readers, @Value("${omtanke.base-url}") String baseUrl) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        // Matchers of strings ask Spring's own servlet only, and these applications are servlets of their own.
        http.securityMatcher(path.matcher("/camunda/**"));
        http.authorizeHttpRequests(doors -> {
            NEVER.forEach(closed -> doors.requestMatchers(path.matcher(closed)).denyAll());
            for (HttpMethod looking : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
                doors.requestMatchers(path.matcher(looking, "/camunda/**")).hasRole("OPERATOR");
            }
            QUESTIONS.forEach(question ->
                    doors.requestMatchers(path.matcher(HttpMethod.POST, question)).hasRole("OPERATOR"));
            doors.requestMatchers(path.matcher(HttpMethod.PUT, RETRY)).hasRole("OPERATOR");
            doors.requestMatchers(path.matcher(HttpMethod.POST, LEAVE)).hasRole("OPERATOR");
            doors.anyRequest().denyAll();
        });
        http.addFilterBefore(new FreshRoles(readers), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(new WayBack()))
                .logout(out -> out.disable())
                // Theirs guards these addresses: a token of the session, in a header.
                .csrf(csrf -> csrf.disable());
        http.exceptionHandling(trouble -> trouble.defaultAuthenticationEntryPointFor(
                        (request, response, cause) -> response.setStatus(HttpServletResponse.SC_UNAUTHORIZED),
                        path.matcher("/camunda/api/**"))
                .defaultAuthenticationEntryPointFor(new AskToSignIn(), path.matcher("/camunda/**")));
        http.headers(headers -> SafeHeaders.theirs(headers, () -> baseUrl.startsWith("https:")))
                .addFilterAfter(new OurOwnPosts(), HeaderWriterFilter.class);
        return http.build();
    }
}
