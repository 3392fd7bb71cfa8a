package no.omtanke.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import no.omtanke.organization.Directory;
import no.omtanke.signin.SignIn;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One-click sign-in for the demo's people. */
@Controller
@ControllerAdvice
@Profile("demo")
class DevSignIn {

    private final DemoCast cast;
    private final Directory directory;
    private final SignIn signIn;
    private final MessageSource texts;

    DevSignIn(DemoCast cast, Directory directory, SignIn signIn, MessageSource texts) {
        this.cast = cast;
        this.directory = directory;
        this.signIn = signIn;
        this.texts = texts;
    }

    /** A button on the sign-in page. */
    record Button(String username, String name, String roleLabel, String school) {}

    @ModelAttribute("demoUsers")
    List<Button> users(HttpServletRequest request, Locale locale) {
        if (!request.getServletPath().equals("/signin")) {
            return List.of();
        }
        return cast.users().stream()
                .map(u -> new Button(
                        u.username(),
                        directory.person(u.personId()).orElseThrow().name(),
                        texts.getMessage(u.roleLabelKey(), null, locale),
                        u.schoolName()))
                .toList();
    }

    @PostMapping("/dev/signin")
    String signIn(@RequestParam String username, HttpServletRequest request, HttpServletResponse response) {
        long person = cast.users().stream()
                .filter(u -> u.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .personId();
        return "redirect:" + signIn.as(person, request, response);
    }
}
