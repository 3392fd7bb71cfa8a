package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Problems;
import no.omtanke.process.AccusedFound;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever works in a case says that an employee turns out to be accused in it. */
@Controller
class AccusedFoundController {

    private static final String PERSON = "foundPerson";

    private final AccusedFound accused;
    private final Declarations declarations;
    private final MessageSource texts;

    AccusedFoundController(AccusedFound accused, Declarations declarations, MessageSource texts) {
        this.accused = accused;
        this.declarations = declarations;
        this.texts = texts;
    }

    @GetMapping("/cases/{reference}/accused")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(place(reader, reference, page, locale), page, locale);
    }

    @PostMapping("/cases/{reference}/accused")
    String say(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = place(reader, reference, page, locale);
        Optional<Answers> said = declarations.sent(
                place, request, response, page, locale, answers -> against(reader, place, answers, locale));
        if (said.isEmpty()) {
            return Declarations.VIEW;
        }
        if (!accused.found(reader, place.file(), person(said.get()), said.get())) {
            throw TaskDoor.notFound();
        }
        // Who said it may have no part in the case any more: the leadership, when a leader is accused.
        boolean stays = accused.open(reader, reference).isPresent();
        flash.addFlashAttribute("note", "accused-found");
        return stays ? "redirect:" + place.back() : "redirect:/tasks";
    }

    private Problems against(Reader reader, Place place, Answers answers, Locale locale) {
        String wrong = person(answers) == reader.personId()
                ? "self"
                : accused.known(place.file().id(), person(answers)) ? "known" : null;
        return wrong == null
                ? Problems.none()
                : Problems.none()
                        .with(declarations.problem(place, PERSON, texts.getMessage("worklist.accused.wrong." + wrong, null, locale), locale));
    }

    private static long person(Answers answers) {
        return Long.parseLong(answers.text(PERSON));
    }

    private Place place(Reader reader, String reference, Model page, Locale locale) {
        CaseFile file = accused.open(reader, reference).map(OpenCase::file).orElseThrow(TaskDoor::notFound);
        page.addAttribute(
                "against",
                accused.hindrance(file).map(word -> texts.getMessage("worklist.accused.not." + word, null, locale)).orElse(null));
        String back = "/cases/" + file.reference();
        return new Place("found-accused", back + "/accused", back, file);
    }
}
