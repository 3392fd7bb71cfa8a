package no.omtanke.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A provider's page tells that somebody signed out there. It is loaded in that person's browser, but no cookie of ours comes along:
 * what counts is the name of the session, which nobody can guess. The answer is the same whether there was one.
 */
@Controller
class FrontChannelLogout {

    private final Providers providers;
    private final StaffSessions staff;
    private final FamilyProofs families;

    FrontChannelLogout(Providers providers, StaffSessions staff, FamilyProofs families) {
        this.providers = providers;
        this.staff = staff;
        this.families = families;
    }

    @GetMapping("/signin/frontchannel-logout")
    @ResponseStatus(HttpStatus.OK)
    void end(
            @RequestParam(defaultValue = "") String iss,
            @RequestParam(defaultValue = "") String sid,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (!providers.trusted(iss) || sid.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        staff.endAt(iss, sid);
        families.endAt(iss, sid);
    }
}
