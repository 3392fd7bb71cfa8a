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
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.Joining;
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

/** Who leads two cases about the same joins them, and parts them again when that was wrong. */
@Controller
class JoinController {

    private final CaseGate gate;
    private final Joining joining;
    private final Declarations declarations;
    private final CaseNotes notes;
    private final MessageSource texts;

    JoinController(CaseGate gate, Joining joining, Declarations declarations, CaseNotes notes, MessageSource texts) {
        this.gate = gate;
        this.joining = joining;
        this.declarations = declarations;
        this.notes = notes;
        this.texts = texts;
    }

    @GetMapping("/cases/{reference}/join")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(place(reader, reference, page, locale), page, locale);
    }

    @PostMapping("/cases/{reference}/join")
    String join(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = place(reader, reference, page, locale);
        Optional<Answers> why = declarations.sent(
                place, request, response, page, locale, answers -> against(reader, place, answers, locale));
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        CaseFile other = other(reader, why.get()).orElseThrow(TaskDoor::notFound);
        boolean here = why.get().text("goesOn").equals("this");
        CaseFile goesOn = here ? place.file() : other;
        CaseFile ends = here ? other : place.file();
        if (!joining.join(reader, ends.id(), goesOn.id(), why.get())) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", "joined");
        flash.addFlashAttribute("noteWho", ends.reference());
        return "redirect:/cases/" + goesOn.reference();
    }

    @GetMapping("/cases/{reference}/part/{other}")
    String askToPart(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable String other,
            Locale locale,
            Model page) {
        return declarations.ask(parting(reader, reference, other, page, locale), page, locale);
    }

    @PostMapping("/cases/{reference}/part/{other}")
    String part(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable String other,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = parting(reader, reference, other, page, locale);
        Optional<Answers> why = declarations.sent(place, request, response, page, locale);
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        UUID ended = gate.outside(reader, other, Part.CONTENT).orElseThrow(TaskDoor::notFound).id();
        if (!joining.part(reader, place.file().id(), ended, why.get())) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", "parted");
        flash.addFlashAttribute("noteWho", other);
        return "redirect:" + place.back();
    }

    private Problems against(Reader reader, Place place, Answers answers, Locale locale) {
        Optional<CaseFile> other = other(reader, answers).filter(o -> joining.mayJoin(reader, o.id()));
        boolean here = answers.text("goesOn").equals("this");
        Optional<String> word = other.isEmpty()
                ? Optional.of("unknown")
                : here
                        ? joining.hindrance(other.get().id(), place.file().id())
                        : joining.hindrance(place.file().id(), other.get().id());
        return word.map(w -> Problems.none()
                        .with(declarations.problem(
                                place, "otherCase", texts.getMessage("worklist.join.wrong." + w, null, locale), locale)))
                .orElse(Problems.none());
    }

    private Optional<CaseFile> other(Reader reader, Answers answers) {
        return gate.outside(reader, answers.text("otherCase").strip().toUpperCase(Locale.ROOT), Part.CONTENT);
    }

    private Place place(Reader reader, String reference, Model page, Locale locale) {
        OpenCase open = gate.open(reader, reference, Part.CONTENT)
                .filter(o -> joining.mayJoin(reader, o))
                .orElseThrow(TaskDoor::notFound);
        page.addAttribute("earlier", notes.earlier(reader, open, locale));
        String back = "/cases/" + open.file().reference();
        return new Place("join-cases", back + "/join", back, open.file());
    }

    private Place parting(Reader reader, String reference, String other, Model page, Locale locale) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        CaseFile ended = gate.outside(reader, other, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        boolean stays = joining.joined(reader, file.id(), ended.id())
                .map(joining::planned)
                .orElseThrow(TaskDoor::notFound);
        page.addAttribute("whom", ended.reference());
        page.addAttribute("against", stays ? texts.getMessage("worklist.part.plan", null, locale) : null);
        String back = "/cases/" + file.reference();
        return new Place("part-cases", back + "/part/" + ended.reference(), back, file);
    }
}
