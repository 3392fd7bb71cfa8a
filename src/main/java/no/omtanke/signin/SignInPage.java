package no.omtanke.signin;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the providers, and name and password. */
@Controller
class SignInPage {

    private static final Set<String> TROUBLES = Set.of(
            "error", "wait", "again", OidcTrouble.UNKNOWN, OidcTrouble.LEVEL, OidcTrouble.CANCELLED, OidcTrouble.FAILED);

    private final Providers providers;

    SignInPage(Providers providers) {
        this.providers = providers;
    }

    @GetMapping("/signin")
    String show(@RequestParam(defaultValue = "") String trouble, @RequestParam(required = false) String out, Model page) {
        page.addAttribute("trouble", TROUBLES.contains(trouble) ? trouble : null);
        page.addAttribute("out", out != null);
        page.addAttribute("providers", providers.forStaff());
        return "signin";
    }
}
