package no.omtanke.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the signed-in person's roles anew on each request: a session never outlives a role. */
class FreshRoles extends OncePerRequestFilter {

    private final Readers readers;

    FreshRoles(Readers readers) {
        this.readers = readers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            readers.of(signedIn.getPrincipal().personId())
                    .ifPresent(reader -> context.setAuthentication(new SignedIn(reader)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
