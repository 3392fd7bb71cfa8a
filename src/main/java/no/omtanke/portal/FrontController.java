package no.omtanke.portal;

import no.omtanke.organization.Directory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The family's front door, and honest answers where there is no process behind the door yet. */
@Controller
class FrontController {

    private final Directory directory;

    FrontController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/")
    String front(Model model) {
        model.addAttribute("doors", FrontDoor.ALL);
        return "portal/front";
    }

    @GetMapping("/hjelp/fri")
    String leave(Model model) {
        return help(model, "leave");
    }

    @GetMapping("/hjelp/sporsmal")
    String question(Model model) {
        return help(model, "question");
    }

    @GetMapping("/hjelp/ikke-hort")
    String notHeard(Model model) {
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
        return "portal/not-heard";
    }

    private String help(Model model, String topic) {
        model.addAttribute("topic", topic);
        model.addAttribute("schools", directory.schools());
        return "portal/help";
    }
}
