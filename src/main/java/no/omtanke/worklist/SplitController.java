package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Party;
import no.omtanke.concern.Splitting;
import no.omtanke.form.Answers;
import no.omtanke.form.Problems;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who leads a case gives one of its pupils a case of their own. */
@Controller
class SplitController {

    private static final String ADDRESS = "/cases/{reference}/split/{pupil:[0-9a-f-]{36}}";

    private final CaseGate gate;
    private final Splitting splitting;
    private final Declarations declarations;
    private final CaseNotes notes;
    private final MessageSource texts;

    SplitController(
            CaseGate gate, Splitting splitting, Declarations declarations, CaseNotes notes, MessageSource texts) {
        this.gate = gate;
        this.splitting = splitting;
        this.declarations = declarations;
        this.notes = notes;
        this.texts = texts;
    }

    @GetMapping(ADDRESS)
    String ask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID pupil,
            Locale locale,
            Model page) {
        return declarations.ask(place(reader, reference, pupil, page), page, locale);
    }

    @PostMapping(ADDRESS)
    String split(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID pupil,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = place(reader, reference, pupil, page);
        Optional<Answers> why = declarations.sent(
                place, request, response, page, locale, answers -> against(reader, place, pupil, answers, locale));
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        CaseFile fresh = splitting.split(reader, place.file().id(), pupil, why.get()).orElseThrow(TaskDoor::notFound);
        flash.addFlashAttribute("note", "split");
        flash.addFlashAttribute("noteWho", place.file().reference());
        return "redirect:/cases/" + fresh.reference();
    }

    private Problems against(Reader reader, Place place, UUID pupil, Answers answers, Locale locale) {
        if (answers.text("staysHere").equals("yes")) {
            return Problems.none();
        }
        return splitting.hindrance(place.file().id(), pupil(reader, place.file().id(), pupil))
                .map(word -> Problems.none()
                        .with(declarations.problem(
                                place, "staysHere", texts.getMessage("worklist.split.wrong." + word, null, locale), locale)))
                .orElse(Problems.none());
    }

    private Place place(Reader reader, String reference, UUID pupil, Model page) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        page.addAttribute("whom", notes.name(pupil(reader, file.id(), pupil)));
        String back = "/cases/" + file.reference();
        return new Place("split-case", back + "/split/" + pupil, back, file);
    }

    private Party pupil(Reader reader, UUID caseId, UUID pupil) {
        return splitting.pupils(reader, caseId).stream()
                .filter(p -> p.id().equals(pupil))
                .findFirst()
                .orElseThrow(TaskDoor::notFound);
    }
}
