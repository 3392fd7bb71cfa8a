package no.omtanke.signin;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One OpenID provider, by settings alone. Without endpoints they are read from the issuer when somebody first comes that way, so a
 * provider that is down stops no start.
 *
 * @param name what the button calls it
 * @param claim where the id token says who it is; what it says is looked up among the identities in the directory
 * @param kind the kind of those identities; the provider's own id when nothing is said
 * @param levels accepted values of {@code acr}; the first is asked for. None: the provider's own rules are enough
 */
record ProviderSettings(
        String name,
        String issuer,
        String clientId,
        String clientSecret,
        String claim,
        String kind,
        List<String> levels,
        @DefaultValue("openid") Set<String> scopes,
        String authorizationUri,
        String tokenUri,
        String jwksUri,
        String endSessionUri) {

    ProviderSettings {
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    /** An empty setting is no setting: that is how a file of variables leaves one out. */
    boolean isSet() {
        return has(issuer) && has(clientId);
    }

    boolean namesEndpoints() {
        return has(authorizationUri) && has(tokenUri) && has(jwksUri);
    }

    /** Half a provider is a mistake, and one that would be found by the first person who wants in. */
    void check(String where) {
        if (has(issuer) != has(clientId)) {
            throw new IllegalStateException(where + " needs both issuer and client-id, or neither");
        }
        if (isSet() && !has(claim)) {
            throw new IllegalStateException(where + " needs claim: what in the id token says who it is");
        }
    }

    static boolean has(String text) {
        return text != null && !text.isBlank();
    }
}
