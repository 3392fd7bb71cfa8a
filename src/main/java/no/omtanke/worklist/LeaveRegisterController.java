package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import no.omtanke.access.Reader;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An employee takes down an application for leave for a family. */
@Controller
class LeaveRegisterController {

    private final LeaveRegister leave;
    private final RegisterPage register;

    LeaveRegisterController(LeaveRegister leave, RegisterPage register) {
        this.leave = leave;
        this.register = register;
    }

    @GetMapping("/reports/leave")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            Locale locale,
            Model page) {
        return register.ask(leave, reader, school, locale, page);
    }

    @PostMapping("/reports/leave")
    String receive(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "send") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        var posted = new RegisterPage.Posted(school, key, action, request, response);
        return register.receive(leave, reader, posted, locale, page, flash);
    }

    @PostMapping(value = "/reports/leave", headers = "X-Autosave=true")
    ResponseEntity<Void> autosave(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale locale) {
        register.autosave(leave, reader, school, key, request, locale);
        return ResponseEntity.noContent().build();
    }
}
