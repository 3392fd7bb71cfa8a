package no.omtanke.signin;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password, not too often. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Readers readers;
    private final Attempts attempts;

    PasswordSignIn(Accounts accounts, Readers readers, Attempts attempts) {
        this.accounts = accounts;
        this.readers = readers;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String username = tried.getName() == null ? "" : tried.getName().strip();
        String address = tried.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "";
        if (attempts.tooMany(username, address)) {
            throw new LockedException("too many attempts");
        }
        return accounts.check(username, String.valueOf(tried.getCredentials()))
                .flatMap(readers::of)
                .map(reader -> {
                    attempts.forget(username, address);
                    return (Authentication) new SignedIn(reader);
                })
                .orElseThrow(() -> {
                    attempts.failed(username, address);
                    return new BadCredentialsException("wrong name or password");
                });
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
