package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks name and password, not too often. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Readers readers;
    private final Attempts attempts;
    private final KnownBrowsers browsers;

    PasswordSignIn(Accounts accounts, Readers readers, Attempts attempts, KnownBrowsers browsers) {
        this.accounts = accounts;
        this.readers = readers;
        this.attempts = attempts;
        this.browsers = browsers;
    }

    /** Where a try comes from. @param browser what the browser says it is, or null */
    record From(String address, String browser) {

        static From of(HttpServletRequest request) {
            return new From(request.getRemoteAddr(), KnownBrowsers.token(request).orElse(null));
        }
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String username = tried.getName() == null ? "" : tried.getName().strip();
        From from = tried.getDetails() instanceof From f ? f : new From("", null);
        String browser = Optional.ofNullable(from.browser())
                .flatMap(token -> browsers.known(token, username))
                .orElse(null);
        Guess guess = new Guess(Guess.Kind.PASSWORD, username, from.address(), browser);
        if (!attempts.heard(guess)) {
            throw new LockedException("too many attempts");
        }
        return accounts.check(username, String.valueOf(tried.getCredentials()))
                .flatMap(readers::of)
                .map(reader -> {
                    attempts.right(guess);
                    return (Authentication) new SignedIn(reader);
                })
                .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
