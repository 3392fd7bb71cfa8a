package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.omtanke.organization.IdentityRegister;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody is back from a provider and the token is sound. Who they are to us is looked up here; what they may is never in a token.
 */
@Component
class OidcArrival implements AuthenticationSuccessHandler {

    private final Providers providers;
    private final IdentityRegister identities;
    private final SignIn signIn;
    private final FamilyProofs families;

    OidcArrival(Providers providers, IdentityRegister identities, SignIn signIn, FamilyProofs families) {
        this.providers = providers;
        this.identities = identities;
        this.signIn = signIn;
        this.families = families;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication arrived) throws IOException {
        OAuth2AuthenticationToken proof = (OAuth2AuthenticationToken) arrived;
        String provider = proof.getAuthorizedClientRegistrationId();
        OidcIdToken token = ((OidcUser) proof.getPrincipal()).getIdToken();
        Optional<Long> person = person(token, providers.settings(provider).orElseThrow());
        String sid = token.getClaimAsString("sid");
        if (provider.equals(SignInSettings.FAMILIES)) {
            family(person, token, sid, request, response);
            return;
        }
        Optional<String> next = person.flatMap(p -> signIn.by(
                p,
                new ProviderSession(provider, token.getIssuer().toString(), sid, token.getTokenValue()),
                request,
                response));
        Onward.to(next.orElse(OidcTrouble.page(provider, OidcTrouble.UNKNOWN, request)), response);
    }

    private void family(
            Optional<Long> person, OidcIdToken token, String sid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (person.isEmpty()) {
            response.sendRedirect(OidcTrouble.page(SignInSettings.FAMILIES, OidcTrouble.UNKNOWN, request));
            return;
        }
        families.begin(person.get(), token.getIssuer().toString(), sid, request, response);
        response.sendRedirect(PendingSignIns.returnTo(request).orElse("/"));
    }

    /** One person, whichever of the names in the claim is known; two would be nobody. */
    private Optional<Long> person(OidcIdToken token, ProviderSettings settings) {
        Object said = token.getClaims().get(settings.claim());
        Collection<?> names = said instanceof Collection<?> several ? several : said == null ? List.of() : List.of(said);
        List<Long> people = names.stream()
                .flatMap(name -> identities.personOf(settings.kind(), name.toString()).stream())
                .distinct()
                .toList();
        return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
    }
}
