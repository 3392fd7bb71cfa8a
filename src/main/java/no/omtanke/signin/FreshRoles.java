package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

    private static final List<String> FAMILIES = List.of("/meld", "/l", "/min-melding", "/min-plan", "/samtykke", "/bistand", "/sok", "/vedtak", "/soknad");

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
            actor = families(request) ? actor : reader.map(Actor::of).orElse(Actor.NOBODY);
        }
        through(actor, request, response, chain);
    }

    // At the families' doors an employee is whoever has the link, as anybody else: it may be about their own child at another school.
    private static boolean families(HttpServletRequest request) {
        String path = request.getServletPath();
        return FAMILIES.stream().anyMatch(door -> path.equals(door) || path.startsWith(door + "/"));
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
