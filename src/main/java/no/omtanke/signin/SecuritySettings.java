package no.omtanke.signin;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Which doors are open to whom. Everything that is not named is closed. */
@Configuration
class SecuritySettings {

    private static final String[] OPEN = {
        "/", "/meld/**", "/l/**", "/min-melding/**", "/min-plan/**", "/hjelp/**", "/signin", "/error", "/assets/**",
        "/css/**", "/js/**", "/webjars/htmx.org/**", "/tilgjengelighet", "/personvern", "/favicon.svg", "/actuator/health"
    };

    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Readers readers,
            PasswordSignIn passwords,
            @Value("${omtanke.demo-rooms:false}") boolean demo,
            @Qualifier("reportDenied") ObjectProvider<AccessDeniedHandler> reportDenied)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        http.authorizeHttpRequests(doors -> {
            doors.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
            for (String open : OPEN) {
                doors.requestMatchers(path.matcher(open)).permitAll();
            }
            if (demo) {
                doors.requestMatchers(path.matcher("/dev/**")).permitAll();
            }
            doors.requestMatchers(path.matcher("/plans/examples/**")).hasAnyRole("STAFF", "LIBRARY");
            for (String staff : List.of("/tasks/**", "/cases/**", "/reports/**", "/plans/**", "/today/**")) {
                doors.requestMatchers(path.matcher(staff)).hasRole("STAFF");
            }
            doors.requestMatchers(path.matcher("/history/**")).hasRole("HISTORY");
            doors.requestMatchers(path.matcher("/operations/**")).hasRole("OPERATOR");
            doors.requestMatchers(path.matcher("/administration/**")).hasRole("ADMINISTRATION");
            doors.anyRequest().denyAll();
        });
        http.authenticationProvider(passwords)
                .formLogin(form -> form.loginPage("/signin")
                        .loginProcessingUrl("/signin")
                        .successHandler(begin())
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof org.springframework.security.authentication.LockedException
                                        ? "/signin?wait"
                                        : "/signin?error")))
                .logout(out -> out.logoutUrl("/signout").logoutSuccessUrl("/signin?out").deleteCookies("omtanke"))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .addFilterBefore(new FreshRoles(readers), AuthorizationFilter.class);
        http.csrf(csrf -> {
            csrf.csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(eager());
            if (demo) {
                csrf.ignoringRequestMatchers(path.matcher("/dev/**"));
            }
        });
        http.exceptionHandling(trouble -> trouble.authenticationEntryPoint(new AskToSignIn())
                .accessDeniedHandler(denied(reportDenied.getIfAvailable())));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(coop -> coop.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(corp -> corp.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN)));
        return http.build();
    }

    private static SavedRequestAwareAuthenticationSuccessHandler begin() {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    jakarta.servlet.http.HttpServletRequest request,
                    jakarta.servlet.http.HttpServletResponse response,
                    Authentication authentication) {
                return FirstPage.of(((SignedIn) authentication).getPrincipal());
            }
        };
        handler.setRequestCache(new CookieRequestCache());
        return handler;
    }

    // A family's form must not need a session, and a link in a mail must not replace an employee's: the token has its own cookie.
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieName("omtanke-csrf");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return repository;
    }

    // Read at once: on a long page the cookie could otherwise come too late.
    private static XorCsrfTokenRequestAttributeHandler eager() {
        XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    // What a family typed is kept even when their token has gone stale.
    private static AccessDeniedHandler denied(AccessDeniedHandler reports) {
        AccessDeniedHandler others = new AccessDeniedHandlerImpl();
        return (request, response, cause) -> {
            boolean report = reports != null
                    && List.of("/meld", "/min-melding", "/min-plan", "/l/").stream().anyMatch(request.getRequestURI()::startsWith);
            (report ? reports : others).handle(request, response, (AccessDeniedException) cause);
        };
    }
}
