package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks who gave a right password for the code from their app, or one from paper. */
@Controller
class CodePage {

    static final String PATH = "/signin/code";
    private static final String AGAIN = "redirect:/signin?trouble=again";

    private final CodeCheck codes;
    private final SignIn signIn;
    private final KnownBrowsers browsers;
    private final Clock clock;

    CodePage(CodeCheck codes, SignIn signIn, KnownBrowsers browsers, Clock clock) {
        this.codes = codes;
        this.signIn = signIn;
        this.browsers = browsers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String ask(@RequestParam(defaultValue = "") String trouble, HttpServletRequest request, Model page) {
        if (HalfSignedIn.of(request, clock.instant()).isEmpty()) {
            return AGAIN;
        }
        page.addAttribute("trouble", CodeCheck.Answer.troubleOf(trouble));
        return "signin/code";
    }

    @PostMapping(PATH)
    String check(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<HalfSignedIn> half = HalfSignedIn.of(request, clock.instant());
        if (half.isEmpty()) {
            return AGAIN;
        }
        CodeCheck.Answer answer = codes.check(half.get().personId(), half.get().username(), code, paper, request);
        if (answer == CodeCheck.Answer.RIGHT) {
            String next = signIn.onTheWay(half.get().personId(), request, response).orElse("/signin?trouble=error");
            browsers.remember(half.get().personId(), request, response);
            return "redirect:" + next;
        }
        if (answer == CodeCheck.Answer.WRONG && !half.get().mayTryAgain(request.getSession())) {
            return AGAIN;
        }
        return "redirect:" + PATH + "?trouble=" + answer.trouble();
    }
}
