package no.omtanke;

import com.nimbusds.oauth2.sdk.TokenRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.omtanke.access.FamilySignIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Feide and ID-porten inside the test run, and an Entra ID that never answers. Families have ID-porten only in the tests that ask for it:
 * the others are about an installation without.
 */
public class TestProviders {

    private static volatile boolean families;

    private static final Map<String, OAuth2TokenCallback> SAID = new ConcurrentHashMap<>();
    private static final MockOAuth2Server SERVER = started();

    @Bean
    static DynamicPropertyRegistrar providerSettings() {
        return settings -> {
            settings.add("omtanke.sign-in.staff.feide.issuer", () -> issuer("feide"));
            settings.add("omtanke.sign-in.staff.feide.client-id", () -> "omtanke");
            settings.add("omtanke.sign-in.staff.feide.client-secret", () -> "hemmelig");
            settings.add("omtanke.sign-in.staff.feide.claim", () -> "https://n.feide.no/claims/eduPersonPrincipalName");
            settings.add("omtanke.sign-in.staff.entra.issuer", () -> "http://localhost:1/entra");
            settings.add("omtanke.sign-in.staff.entra.client-id", () -> "omtanke");
            settings.add("omtanke.sign-in.staff.entra.claim", () -> "oid");
            settings.add("omtanke.sign-in.families.issuer", () -> issuer("idporten"));
            settings.add("omtanke.sign-in.families.client-id", () -> "omtanke");
            settings.add("omtanke.sign-in.families.client-secret", () -> "hemmelig");
        };
    }

    @Bean
    @Primary
    FamilySignIn familySignIn(@Qualifier("familyProofs") FamilySignIn real) {
        return new Switched(real);
    }

    /** Whether the installation has ID-porten, until it is said otherwise. */
    public static void families(boolean on) {
        families = on;
    }

    public static String issuer(String provider) {
        return SERVER.issuerUrl(provider).toString();
    }

    /** From now on the provider's tokens say this, besides what every token says. */
    public static void says(String provider, Map<String, Object> claims, long seconds) {
        SAID.put(provider, new DefaultOAuth2TokenCallback(provider, "sub-1", "JWT", List.of("omtanke"), claims, seconds));
    }

    private static MockOAuth2Server started() {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(), Set.of(new Said("feide"), new Said("idporten"))));
        server.start();
        return server;
    }

    /** What the tests last made a provider say. */
    private record Said(String issuerId) implements OAuth2TokenCallback {

        @Override
        public String subject(TokenRequest request) {
            return SAID.get(issuerId).subject(request);
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return SAID.get(issuerId).typeHeader(request);
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return SAID.get(issuerId).audience(request);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return SAID.get(issuerId).addClaims(request);
        }

        @Override
        public long tokenExpiry() {
            return SAID.get(issuerId).tokenExpiry();
        }
    }

    private record Switched(FamilySignIn real) implements FamilySignIn {

        @Override
        public boolean configured() {
            return families && real.configured();
        }

        @Override
        public Optional<Long> personOf(HttpServletRequest request) {
            return families ? real.personOf(request) : Optional.empty();
        }

        @Override
        public String address(String returnTo) {
            return real.address(returnTo);
        }

        @Override
        public Optional<String> end(HttpServletRequest request, HttpServletResponse response) {
            return real.end(request, response);
        }
    }
}
