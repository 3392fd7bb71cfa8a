package no.omtanke.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages every public site owes its readers. */
@Controller
class StandingPages {

    @GetMapping("/tilgjengelighet")
    String accessibility() {
        return "web/accessibility";
    }

    @GetMapping("/personvern")
    String privacy() {
        return "web/privacy";
    }
}
