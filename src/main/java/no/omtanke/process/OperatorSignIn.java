package no.omtanke.process;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Who is signed in to the house as an operator is signed in to the engine's web applications, and nobody else. */
class OperatorSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal person = request.getUserPrincipal();
        if (person == null || !request.isUserInRole("OPERATOR") || unknown(person, engine)) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult known = AuthenticationResult.successful(person.getName());
        known.setGroups(List.of(OperatorsIdentity.GROUP));
        known.setTenants(List.of());
        return known;
    }

    // A role that just ended may still be remembered by the session.
    private static boolean unknown(Principal person, ProcessEngine engine) {
        return engine.getIdentityService().createUserQuery().userId(person.getName()).count() == 0;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The filter has answered 401 already.
    }
}
