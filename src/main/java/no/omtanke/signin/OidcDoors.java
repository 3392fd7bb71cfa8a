package no.omtanke.signin;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import no.omtanke.network.Pace;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The way out to an OpenID provider and back: authorization code with PKCE, state and nonce. Nothing of it stays in a session; who
 * somebody is decides {@link OidcArrival}. Without providers these addresses are closed like any other.
 */
@Configuration
class OidcDoors {

    /** Where the way out begins, then the provider's id. */
    static final String BEGIN = "/signin/with";

    /** Where a provider sends people back to, then its id. */
    static final String BACK = "/signin/from";

    @Bean
    @Order(2)
    SecurityFilterChain wayByProvider(
            HttpSecurity http,
            Providers providers,
            PendingSignIns pending,
            OidcArrival arrival,
            OidcTrouble trouble,
            Pace pace,
            @Value("${omtanke.base-url}") String baseUrl)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        http.securityMatchers(ours -> ours.requestMatchers(path.matcher(BEGIN + "/**"), path.matcher(BACK + "/**")))
                .authorizeHttpRequests(doors -> doors.anyRequest().denyAll())
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(none -> none.disable())
                .csrf(none -> none.disable())
                .logout(none -> none.disable())
                .exceptionHandling(closed -> closed.authenticationEntryPoint(new AskToSignIn()))
                .headers(headers -> SafeHeaders.ours(headers, () -> baseUrl.startsWith("https:")));
        http.addFilterAfter(new Crowd(pace, request -> false), HeaderWriterFilter.class);
        http.oauth2Login(way -> way.loginPage("/signin")
                .clientRegistrationRepository(providers::registration)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(out -> out.authorizationRequestResolver(resolver(providers))
                        .authorizationRequestRepository(pending))
                .redirectionEndpoint(back -> back.baseUri(BACK + "/*"))
                .tokenEndpoint(token -> token.accessTokenResponseClient(patientClient()))
                // What the token says is enough; nobody's profile is asked for.
                .userInfoEndpoint(user -> user.oidcUserService(
                        asked -> new DefaultOidcUser(java.util.List.of(), asked.getIdToken())))
                .successHandler(arrival)
                .failureHandler(trouble)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(trouble);
                        return filter;
                    }
                }));
        return http.build();
    }

    private static DefaultOAuth2AuthorizationRequestResolver resolver(Providers providers) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(providers::registration, BEGIN);
        resolver.setAuthorizationRequestCustomizer(request -> {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
            request.additionalParameters(more -> more.putAll(wishes(providers, request.build())));
        });
        return resolver;
    }

    private static Map<String, Object> wishes(Providers providers, OAuth2AuthorizationRequest request) {
        String id = request.getAttribute("registration_id");
        Locale language = LocaleContextHolder.getLocale();
        return providers.settings(id)
                .filter(p -> !p.levels().isEmpty())
                .map(p -> Map.<String, Object>of("acr_values", p.levels().get(0), "ui_locales", language.getLanguage()))
                .orElse(Map.of());
    }

    private static RestClientAuthorizationCodeTokenResponseClient patientClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(IdTokens.patience())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** We ask providers who somebody is, and nothing afterwards: their tokens are not kept. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String id, Authentication who, jakarta.servlet.http.HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id,
                Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {}
    }
}
