package no.omtanke.signin;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells a family kindly that ID-porten did not lead to anybody here, and the way back. */
@Controller
class FamilyTroublePage {

    private static final Set<String> REASONS =
            Set.of(OidcTrouble.UNKNOWN, OidcTrouble.LEVEL, OidcTrouble.CANCELLED, OidcTrouble.FAILED);

    @GetMapping("/signin/family")
    String show(@RequestParam(defaultValue = "") String trouble, @RequestParam(defaultValue = "") String to, Model page) {
        page.addAttribute("trouble", REASONS.contains(trouble) ? trouble : OidcTrouble.FAILED);
        page.addAttribute("to", LocalPath.of(to).orElse("/"));
        return "signin/family";
    }
}
