package no.omtanke.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import no.omtanke.network.Floor;
import no.omtanke.network.Pace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which doors are open to whom. Everything that is not named is closed. */
@Configuration
class SecuritySettings {

    private static final String[] OPEN = {
        "/", "/meld/**", "/l/**", "/min-melding/**", "/min-plan/**", "/samtykke/**", "/bistand/**", "/sok/**", "/vedtak/**", "/soknad/**", "/hjelp/**", "/signin", "/signin/family", "/signin/code",
        "/signin/second-factor/**", "/signin/frontchannel-logout", "/error", "/assets/**",
        "/css/**", "/js/**", "/webjars/htmx.org/**", "/tilgjengelighet", "/personvern", "/favicon.svg", "/actuator/health"
    };

    /** Files that are the same for everybody, and the health check. */
    private static final List<String> STILL =
            List.of("/assets/**", "/css/**", "/js/**", "/webjars/htmx.org/**", "/favicon.svg", "/actuator/health");

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Readers readers,
            PasswordSignIn passwords,
            PasswordPassed passed,
            LeavingProvider leaving,
            CsrfTokenRepository tokens,
            Pace pace,
            @Value("${omtanke.demo-rooms:false}") boolean demo,
            @Value("${omtanke.base-url}") String baseUrl,
            @Value("${omtanke.refusals-take}") Duration refusalsTake,
            @Qualifier("reportDenied") ObjectProvider<AccessDeniedHandler> reportDenied)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        boolean https = baseUrl.startsWith("https:");
        RequestMatcher still = new OrRequestMatcher(STILL.stream().map(path::matcher).toArray(RequestMatcher[]::new));
        http.authorizeHttpRequests(doors -> {
            doors.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
            for (String open : OPEN) {
                doors.requestMatchers(path.matcher(open)).permitAll();
            }
            if (demo) {
                doors.requestMatchers(path.matcher("/dev/**")).permitAll();
            }
            doors.requestMatchers(path.matcher("/plans/examples/**")).hasAnyRole("STAFF", "LIBRARY");
            for (String desk : List.of("/tasks/**", "/cases/**")) {
                doors.requestMatchers(path.matcher(desk)).hasAnyRole("STAFF", "LANE");
            }
            for (String staff : List.of("/reports/**", "/plans/**", "/today/**", "/absence/**", "/leave/**")) {
                doors.requestMatchers(path.matcher(staff)).hasRole("STAFF");
            }
            doors.requestMatchers(path.matcher("/supervision/**")).hasRole("OWNER");
            doors.requestMatchers(path.matcher("/history/**")).hasRole("HISTORY");
            doors.requestMatchers(path.matcher("/operations/**")).hasRole("OPERATOR");
            doors.requestMatchers(path.matcher("/administration/**")).hasRole("ADMINISTRATION");
            doors.anyRequest().denyAll();
        });
        http.authenticationProvider(passwords)
                .formLogin(form -> form.loginPage("/signin")
                        .loginProcessingUrl("/signin")
                        .authenticationDetailsSource(PasswordSignIn.From::of)
                        // A password alone signs nobody in: what comes next says the handler.
                        .securityContextRepository(new NullSecurityContextRepository())
                        .successHandler(passed)
                        .failureHandler((request, response, failure) -> response.sendRedirect(
                                failure instanceof org.springframework.security.authentication.LockedException
                                        ? "/signin?trouble=wait"
                                        : "/signin?trouble=error")))
                .logout(out -> out.logoutUrl("/signout")
                        .addLogoutHandler(leaving)
                        .logoutSuccessHandler(leaving)
                        .deleteCookies("omtanke"))
                .requestCache(cache -> cache.requestCache(new WayBack()))
                .addFilterBefore(new FreshRoles(readers), AuthorizationFilter.class);
        http.csrf(csrf -> {
            csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(eager());
            if (demo) {
                csrf.ignoringRequestMatchers(path.matcher("/dev/**"));
            }
        });
        http.exceptionHandling(trouble -> trouble.authenticationEntryPoint(new AskToSignIn())
                .accessDeniedHandler(denied(reportDenied.getIfAvailable())));
        http.headers(headers -> SafeHeaders.ours(headers, () -> https))
                .addFilterAfter(new Crowd(pace, still), HeaderWriterFilter.class)
                .addFilterAfter(new OurOwnPosts(), Crowd.class)
                .addFilterAfter(new ReadableSize(), OurOwnPosts.class)
                .addFilterAfter(new EvenRefusals(refusalsTake, still), ReadableSize.class);
        return http.build();
    }

    /** What the firewall refuses has passed no filter of ours. */
    @Bean
    RequestRejectedHandler refused() {
        return (request, response, cause) -> {
            Floor.under(response);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    // A family's form must not need a session, and a link in a mail must not replace an employee's: the token has its own cookie.
    @Bean
    static CsrfTokenRepository csrfCookie(@Value("${omtanke.base-url}") String baseUrl) {
        boolean https = baseUrl.startsWith("https:");
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        // By TLS the name itself keeps a neighbour under the same municipality's name from setting it.
        repository.setCookieName(https ? "__Host-omtanke-csrf" : "omtanke-csrf");
        repository.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax").httpOnly(true);
            if (https) {
                cookie.secure(true);
            }
        });
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
                    && List.of("/meld", "/min-melding", "/min-plan", "/samtykke", "/bistand", "/sok", "/vedtak", "/soknad", "/l/").stream().anyMatch(request.getRequestURI()::startsWith);
            (report ? reports : others).handle(request, response, (AccessDeniedException) cause);
        };
    }
}
