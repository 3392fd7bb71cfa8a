package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import no.omtanke.process.AuditorOpenings;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An auditor says why they must read the content of a case, and then reads the case page for a while. */
@Controller
class AuditorController {

    private static final String FORM = "auditor-opening";

    private final CaseGate gate;
    private final AuditorOpenings openings;
    private final Declarations declarations;
    private final CasePage casePage;

    AuditorController(CaseGate gate, AuditorOpenings openings, Declarations declarations, CasePage casePage) {
        this.gate = gate;
        this.openings = openings;
        this.declarations = declarations;
        this.casePage = casePage;
    }

    @GetMapping("/history/{reference}/open")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(place(reader, reference), page, locale);
    }

    @PostMapping("/history/{reference}/open")
    String open(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        Place place = place(reader, reference);
        Optional<Answers> why = declarations.sent(place, request, response, page, locale);
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        if (!openings.open(reader, place.file().id(), why.get())) {
            throw TaskDoor.notFound();
        }
        return "redirect:/history/" + place.file().reference() + "/content";
    }

    /** The case page, to read only. */
    @GetMapping("/history/{reference}/content")
    String content(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return casePage.toRead(reader, gate.open(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound), page, locale);
    }

    private Place place(Reader reader, String reference) {
        CaseFile file = gate.outside(reader, reference, Part.HISTORY)
                .filter(f -> reader.in("auditor"))
                .orElseThrow(TaskDoor::notFound);
        String page = "/history/" + file.reference();
        return new Place(FORM, page + "/open", page, file);
    }
}
