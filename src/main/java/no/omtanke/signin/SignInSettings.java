package no.omtanke.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.omtanke.organization.IdentityRegister;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ways in.
 *
 * @param staff providers for staff by their id, such as {@code feide} and {@code entra}
 * @param families the provider for families, ID-porten
 */
@ConfigurationProperties("omtanke.sign-in")
record SignInSettings(
        Map<String, ProviderSettings> staff,
        ProviderSettings families,
        @DefaultValue("required") SecondFactor secondFactor) {

    /** The id of the families' provider in addresses. */
    static final String FAMILIES = "idporten";

    /** Whether a local account must have a second factor. */
    enum SecondFactor {
        REQUIRED,
        OPTIONAL
    }

    private static final Map<String, String> NAMES = Map.of("feide", "Feide", "entra", "Microsoft");

    SignInSettings {
        Map<String, ProviderSettings> set = new TreeMap<>();
        (staff == null ? Map.<String, ProviderSettings>of() : staff).forEach((id, provider) -> {
            provider.check("omtanke.sign-in.staff." + id);
            if (id.equals(FAMILIES) || !id.matches("[a-z][a-z0-9]*")) {
                throw new IllegalStateException("A staff provider cannot be called " + id);
            }
            if (provider.isSet()) {
                set.put(id, complete(id, provider));
            }
        });
        staff = Map.copyOf(set);
        if (families != null) {
            families = whole(families);
            families.check("omtanke.sign-in.families");
            families = families.isSet() ? families : null;
        }
    }

    private static ProviderSettings complete(String id, ProviderSettings p) {
        return new ProviderSettings(
                ProviderSettings.has(p.name()) ? p.name() : NAMES.getOrDefault(id, id),
                p.issuer(), p.clientId(), p.clientSecret(), p.claim(),
                ProviderSettings.has(p.kind()) ? p.kind() : id,
                p.levels(), scopes(p), p.authorizationUri(), p.tokenUri(), p.jwksUri(), p.endSessionUri());
    }

    // Without this word it would not be about who somebody is.
    private static Set<String> scopes(ProviderSettings p) {
        return p.scopes().isEmpty() ? Set.of("openid") : p.scopes();
    }

    // ID-porten's own words, so that an installation sets issuer, id and secret only.
    private static ProviderSettings whole(ProviderSettings p) {
        return new ProviderSettings(
                ProviderSettings.has(p.name()) ? p.name() : "ID-porten",
                p.issuer(), p.clientId(), p.clientSecret(),
                ProviderSettings.has(p.claim()) ? p.claim() : "pid",
                ProviderSettings.has(p.kind()) ? p.kind() : IdentityRegister.NATIONAL_ID,
                p.levels().isEmpty() ? List.of("idporten-loa-substantial", "idporten-loa-high") : p.levels(),
                scopes(p),
                p.authorizationUri(), p.tokenUri(), p.jwksUri(), p.endSessionUri());
    }
}
