package no.omtanke.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with name and password. */
@Controller
class SignInPage {

    @GetMapping("/signin")
    String show(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String wait,
            @RequestParam(required = false) String out,
            Model page) {
        page.addAttribute("error", error != null);
        page.addAttribute("wait", wait != null);
        page.addAttribute("out", out != null);
        return "signin";
    }
}
