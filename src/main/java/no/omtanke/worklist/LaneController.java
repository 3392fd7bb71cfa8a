package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.protection.LaneDoor;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who see a report to child protection let somebody else see it, or tell the leadership that a duty is open. */
@Controller
class LaneController {

    private static final String FORM = "let-into-lane";

    private final LaneDoor lane;
    private final Declarations declarations;

    LaneController(LaneDoor lane, Declarations declarations) {
        this.lane = lane;
        this.declarations = declarations;
    }

    @GetMapping("/cases/{reference}/lane")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(place(report(reader, reference)), page, locale);
    }

    @PostMapping("/cases/{reference}/lane")
    String letIn(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        CaseFile file = report(reader, reference);
        Optional<Answers> why = declarations.sent(place(file), request, response, page, locale);
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        lane.letIn(reader, file, why.get());
        flash.addFlashAttribute("note", FORM);
        return "redirect:/cases/" + file.reference();
    }

    @PostMapping("/cases/{reference}/lane/duty")
    String tellLeadership(
            @AuthenticationPrincipal Reader reader, @PathVariable String reference, RedirectAttributes flash) {
        CaseFile file = report(reader, reference);
        lane.tellLeadership(reader, file);
        flash.addFlashAttribute("note", "duty-told");
        return "redirect:/cases/" + file.reference();
    }

    private CaseFile report(Reader reader, String reference) {
        return lane.report(reader, reference).orElseThrow(TaskDoor::notFound);
    }

    private static Place place(CaseFile file) {
        String page = "/cases/" + file.reference();
        return new Place(FORM, page + "/lane", page, file);
    }
}
