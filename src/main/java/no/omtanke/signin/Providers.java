package no.omtanke.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The OpenID providers this installation trusts. One is asked for its endpoints when it is first used, and once only. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class Providers {

    private final SignInSettings settings;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(SignInSettings settings) {
        this.settings = settings;
    }

    /** What the sign-in page shows for one. */
    record Button(String path, String name) {}

    List<Button> forStaff() {
        return settings.staff().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Button(OidcDoors.BEGIN + "/" + e.getKey(), e.getValue().name()))
                .toList();
    }

    boolean forFamilies() {
        return settings.families() != null;
    }

    Optional<ProviderSettings> settings(String id) {
        return Optional.ofNullable(
                SignInSettings.FAMILIES.equals(id) ? settings.families() : settings.staff().get(id));
    }

    /** Whether what calls itself so is one of them. */
    boolean trusted(String issuer) {
        return Stream.concat(settings.staff().values().stream(), Stream.ofNullable(settings.families()))
                .anyMatch(p -> p.issuer().equals(issuer));
    }

    /** @return null when there is no such provider. @throws RuntimeException when it does not answer */
    ClientRegistration registration(String id) {
        ClientRegistration before = known.get(id);
        if (before != null) {
            return before;
        }
        ClientRegistration made = settings(id).map(p -> make(id, p)).orElse(null);
        if (made != null) {
            known.put(id, made);
        }
        return made;
    }

    private static ClientRegistration make(String id, ProviderSettings p) {
        ClientRegistration.Builder builder = p.namesEndpoints()
                ? ClientRegistration.withRegistrationId(id)
                        .issuerUri(p.issuer())
                        .authorizationUri(p.authorizationUri())
                        .tokenUri(p.tokenUri())
                        .jwkSetUri(p.jwksUri())
                        .providerConfigurationMetadata(
                                ProviderSettings.has(p.endSessionUri())
                                        ? Map.of("end_session_endpoint", p.endSessionUri())
                                        : Map.of())
                : ClientRegistrations.fromIssuerLocation(p.issuer()).registrationId(id);
        boolean secret = ProviderSettings.has(p.clientSecret());
        return builder.clientId(p.clientId())
                .clientSecret(p.clientSecret())
                .clientAuthenticationMethod(
                        secret ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + OidcDoors.BACK + "/" + id)
                .scope(p.scopes())
                .userNameAttributeName("sub")
                .build();
    }
}
