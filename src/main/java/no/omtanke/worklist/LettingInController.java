package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Naming;
import no.omtanke.process.Recusals;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who leads a case lets somebody in again who stepped back, and names somebody for what nobody has. */
@Controller
class LettingInController {

    private static final String FORM = "let-in-again";

    private final CaseGate gate;
    private final StepBacks stepBacks;
    private final Recusals recusals;
    private final Naming naming;
    private final Declarations declarations;
    private final Colleagues colleagues;
    private final Directory directory;

    LettingInController(
            CaseGate gate,
            StepBacks stepBacks,
            Recusals recusals,
            Naming naming,
            Declarations declarations,
            Colleagues colleagues,
            Directory directory) {
        this.gate = gate;
        this.stepBacks = stepBacks;
        this.recusals = recusals;
        this.naming = naming;
        this.declarations = declarations;
        this.colleagues = colleagues;
        this.directory = directory;
    }

    @GetMapping("/cases/{reference}/let-in/{person}")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable long person,
            Locale locale,
            Model page) {
        page.addAttribute("whom", name(person));
        return declarations.ask(place(reader, reference, person), page, locale);
    }

    @PostMapping("/cases/{reference}/let-in/{person}")
    String letIn(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable long person,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = place(reader, reference, person);
        page.addAttribute("whom", name(person));
        Optional<Answers> why = declarations.sent(place, request, response, page, locale);
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        if (!recusals.letIn(reader, place.file().id(), person, why.get())) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", "let-in-again");
        flash.addFlashAttribute("noteWho", name(person));
        return "redirect:" + place.back();
    }

    @PostMapping("/cases/{reference}/name")
    String name(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @RequestParam String role,
            @RequestParam long to,
            RedirectAttributes flash) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        boolean works = colleagues.atSchool(file).stream().anyMatch(p -> p.id() == to);
        if (!works || !naming.name(reader, file.id(), role, to)) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", "named");
        flash.addFlashAttribute("noteWho", name(to));
        return "redirect:/cases/" + file.reference();
    }

    private Place place(Reader reader, String reference, long person) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT)
                .filter(f -> recusals.mayLetIn(reader, f.id()) && stepBacks.recused(f.id()).contains(person))
                .orElseThrow(TaskDoor::notFound);
        String page = "/cases/" + file.reference();
        return new Place(FORM, page + "/let-in/" + person, page, file);
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }
}
