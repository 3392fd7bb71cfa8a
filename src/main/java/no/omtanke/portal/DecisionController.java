package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.FileContent;
import no.omtanke.decision.Appeal;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.decision.DecisionDoor.Seen;
import no.omtanke.network.Download;
import no.omtanke.organization.Directory;
import no.omtanke.portal.OtherSessions.Came;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** A party reads a decision: what was decided and why, the letter, how long one can appeal, and how an appeal goes. */
@Controller
class DecisionController {

    private static final String HOME = "/vedtak";

    private final OtherSessions sessions;
    private final DecisionDoor door;
    private final Directory directory;
    private final When when;

    DecisionController(OtherSessions sessions, DecisionDoor door, Directory directory, When when) {
        this.sessions = sessions;
        this.door = door;
        this.directory = directory;
        this.when = when;
    }

    @GetMapping(HOME)
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Seen> seen = seen(request, locale);
        if (seen.isEmpty()) {
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        Seen one = seen.get();
        model.addAttribute("seen", one);
        model.addAttribute("number", one.decision().number().toString());
        model.addAttribute("madeOn", when.day(one.decision().madeAt(), locale));
        model.addAttribute("lastDay", one.party().lastDay() == null ? null : when.day(one.party().lastDay(), locale));
        model.addAttribute("outcomes", door.outcomes(one.decision()));
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
        model.addAttribute("appealCame", one.appeal() == null ? null : when.day(one.appeal().cameOn(), locale));
        model.addAttribute("state", one.appeal() == null ? null : state(one.appeal()));
        return "portal/decision";
    }

    /** How the appeal stands, as a text's key says it. */
    private static String state(Appeal appeal) {
        return switch (appeal.state()) {
            case "open" -> appeal.late() ? "late" : "open";
            case "decided" -> "decided." + appeal.outcome();
            default -> appeal.state();
        };
    }

    /** The appeal was sent: what happens now. */
    @GetMapping("/vedtak/klaget")
    String sent(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Seen> seen = seen(request, locale);
        if (seen.isEmpty()) {
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        if (seen.get().appeal() == null) {
            return "redirect:" + HOME;
        }
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
        return "portal/appeal-sent";
    }

    /** Hands the party a letter, to keep. */
    @GetMapping("/vedtak/brev/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> letter(@PathVariable UUID id, HttpServletRequest request) {
        FileContent file = sessions.open(OwnPage.DECISION, request)
                .flatMap(came -> door.letter(came.subject(), came.person(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }

    /** The party takes the appeal back. */
    @PostMapping("/vedtak/trekk")
    String withdraw(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        if (seen(request, locale).isEmpty()) {
            return sessions.closed(OwnPage.DECISION, request, model);
        }
        if (!ReportDenied.was(request)) {
            Came came = sessions.open(OwnPage.DECISION, request).orElseThrow();
            door.withdraw(came.subject(), came.person());
        }
        return "redirect:" + HOME;
    }

    private Optional<Seen> seen(HttpServletRequest request, Locale locale) {
        return sessions.open(OwnPage.DECISION, request).flatMap(came -> door.show(came.subject(), came.person(), locale));
    }
}
