package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks at a code from the app, not too often. A code from paper is too long to guess, so its owner never waits for others. */
@Component
class CodeCheck {

    private final SecondFactors factors;
    private final Attempts attempts;
    private final KnownBrowsers browsers;

    CodeCheck(SecondFactors factors, Attempts attempts, KnownBrowsers browsers) {
        this.factors = factors;
        this.attempts = attempts;
        this.browsers = browsers;
    }

    enum Answer {
        RIGHT,
        WRONG,
        WAIT;

        String trouble() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The trouble that an address names, or null. */
        static String troubleOf(String said) {
            return Arrays.stream(values())
                    .filter(a -> a != RIGHT)
                    .map(Answer::trouble)
                    .filter(said::equals)
                    .findFirst()
                    .orElse(null);
        }
    }

    Answer check(long personId, String username, String code, String paper, HttpServletRequest request) {
        if (code.isBlank() && !paper.isBlank()) {
            return factors.acceptFromPaper(personId, paper) ? Answer.RIGHT : Answer.WRONG;
        }
        Guess guess = new Guess(
                Guess.Kind.CODE,
                username,
                request.getRemoteAddr(),
                KnownBrowsers.token(request)
                        .flatMap(token -> browsers.known(token, username))
                        .orElse(null));
        if (!attempts.heard(guess)) {
            return Answer.WAIT;
        }
        if (!factors.accept(personId, code.replaceAll("\\s", ""))) {
            return Answer.WRONG;
        }
        attempts.right(guess);
        return Answer.RIGHT;
    }
}
