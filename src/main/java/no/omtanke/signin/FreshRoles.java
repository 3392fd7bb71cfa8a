package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the signed-in person's roles anew on each request: a session never outlives a role. From here on the database is asked for this
 * person only.
 */
class FreshRoles extends OncePerRequestFilter {

    private final Readers readers;

    FreshRoles(Readers readers) {
        this.readers = readers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = Actor.PROGRAM;
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            Optional<Reader> reader = readers.of(signedIn.getPrincipal().personId());
            reader.ifPresent(known -> context.setAuthentication(new SignedIn(known)));
            SecurityContextHolder.setContext(context);
            actor = reader.map(Actor::of).orElse(Actor.NOBODY);
        }
        through(actor, request, response, chain);
    }

    private static void through(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Actors.as(actor, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
