package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import no.omtanke.access.Reader;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Service;

/**
 * Begins the session of somebody who has been recognised, always a fresh one. Public for the demo's one-click sign-in, which recognises
 * people by less than a password.
 */
@Service
public class SignIn {

    private final Readers readers;
    private final StaffSessions open;
    private final CsrfAuthenticationStrategy csrf;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final WayBack wanted = new WayBack();

    SignIn(Readers readers, StaffSessions open, CsrfTokenRepository tokens) {
        this.readers = readers;
        this.open = open;
        this.csrf = new CsrfAuthenticationStrategy(tokens);
    }

    /** @return the page to begin with */
    public String as(long personId, HttpServletRequest request, HttpServletResponse response) {
        return FirstPage.of(begin(readers.of(personId).orElseThrow(), request, response));
    }

    /** @return the page they were on the way to, or the one to begin with; nothing for a person without a role */
    Optional<String> onTheWay(long personId, HttpServletRequest request, HttpServletResponse response) {
        return readers.of(personId).map(reader -> {
            begin(reader, request, response);
            Optional<String> on = Optional.ofNullable(wanted.getRequest(request, response))
                    .flatMap(saved -> LocalPath.within(saved.getRedirectUrl()));
            wanted.removeRequest(request, response);
            return on.orElse(FirstPage.of(reader));
        });
    }

    /** The same for somebody whom a provider recognised; the session remembers which one. */
    Optional<String> by(
            long personId, ProviderSession provider, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> next = onTheWay(personId, request, response);
        next.ifPresent(n -> provider.keepIn(request.getSession()));
        return next;
    }

    private Reader begin(Reader reader, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        SignedIn signedIn = new SignedIn(reader);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        csrf.onAuthentication(signedIn, request, response);
        open.began(reader.personId(), request.getSession());
        return reader;
    }
}
