package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The password was right. What comes next: the code, an app to get codes from, or, where the house asks for no more, the work. */
@Component
class PasswordPassed implements AuthenticationSuccessHandler {

    private final SecondFactors factors;
    private final SignInSettings settings;
    private final Accounts accounts;
    private final SignIn signIn;
    private final KnownBrowsers browsers;
    private final Clock clock;

    PasswordPassed(
            SecondFactors factors,
            SignInSettings settings,
            Accounts accounts,
            SignIn signIn,
            KnownBrowsers browsers,
            Clock clock) {
        this.factors = factors;
        this.settings = settings;
        this.accounts = accounts;
        this.signIn = signIn;
        this.browsers = browsers;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication passed)
            throws IOException {
        long person = ((SignedIn) passed).getPrincipal().personId();
        boolean has = factors.has(person);
        if (has || settings.secondFactor() == SignInSettings.SecondFactor.REQUIRED) {
            HalfSignedIn.begin(person, accounts.usernameOf(person).orElseThrow(), clock.instant(), request);
            response.sendRedirect(has ? CodePage.PATH : SecondFactorPage.PATH);
            return;
        }
        String next = signIn.onTheWay(person, request, response).orElse("/signin?trouble=error");
        browsers.remember(person, request, response);
        response.sendRedirect(next);
    }
}
