package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.health.HealthNotes;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The health service writes a note of its own in its lane. */
@Controller
class HealthNoteController {

    private static final String FORM = "health-note";

    private final HealthNotes notes;
    private final Declarations declarations;

    HealthNoteController(HealthNotes notes, Declarations declarations) {
        this.notes = notes;
        this.declarations = declarations;
    }

    @GetMapping("/cases/{reference}/note")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(place(contact(reader, reference)), page, locale);
    }

    @PostMapping("/cases/{reference}/note")
    String add(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        CaseFile contact = contact(reader, reference);
        Optional<Answers> note = declarations.sent(place(contact), request, response, page, locale);
        if (note.isEmpty()) {
            return Declarations.VIEW;
        }
        notes.add(reader, contact, note.get());
        return "redirect:/cases/" + contact.reference();
    }

    private CaseFile contact(Reader reader, String reference) {
        return notes.contact(reader, reference).orElseThrow(TaskDoor::notFound);
    }

    private static Place place(CaseFile contact) {
        String page = "/cases/" + contact.reference();
        return new Place(FORM, page + "/note", page, contact);
    }
}
