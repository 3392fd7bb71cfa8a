package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.portal.OtherSessions.Came;
import no.omtanke.process.FamilyAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What a school has answered, for somebody who has come in: what was sent, and what happens. */
@Controller
class ApplyAnswerController {

    private final OtherSessions sessions;
    private final List<FamilyAnswers> answers;

    ApplyAnswerController(OtherSessions sessions, List<FamilyAnswers> answers) {
        this.sessions = sessions;
        this.answers = answers;
    }

    @GetMapping("/sok/svar/{reference}")
    String read(@PathVariable String reference, HttpServletRequest request, Locale locale, Model model) {
        Optional<Came> came = sessions.open(OwnPage.APPLYING, request);
        if (came.isEmpty()) {
            return sessions.closed(OwnPage.APPLYING, request, model);
        }
        for (FamilyAnswers kind : answers) {
            Optional<List<FamilyAnswers.Line>> lines = kind.read(came.get().person(), reference, locale);
            if (lines.isPresent()) {
                model.addAttribute("reference", reference);
                model.addAttribute("what", kind.address());
                model.addAttribute("sent", lines.get().stream().filter(line -> !line.answer()).toList());
                model.addAttribute("answered", lines.get().stream().filter(FamilyAnswers.Line::answer).toList());
                return "portal/apply-answer";
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
