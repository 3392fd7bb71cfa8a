package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/** Signs a person in who was recognised by other means than a password. Public for the demo's one-click sign-in. */
@Service
public class SignIn {

    private final Readers readers;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIn(Readers readers) {
        this.readers = readers;
    }

    /** @return the page to begin with */
    public String as(long personId, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = new SignedIn(readers.of(personId).orElseThrow());
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return FirstPage.of(signedIn.getPrincipal());
    }
}
