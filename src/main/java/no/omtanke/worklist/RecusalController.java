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
import no.omtanke.form.Answers;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskRow;
import no.omtanke.worklist.Declarations.Place;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Jeg er inhabil»: from a task or from the case. Afterwards there is nothing of the case to go back to. */
@Controller
class RecusalController {

    private static final String FORM = "recusal";

    private final CaseGate gate;
    private final TaskDoor door;
    private final Declarations declarations;
    private final Recusals recusals;

    RecusalController(CaseGate gate, TaskDoor door, Declarations declarations, Recusals recusals) {
        this.gate = gate;
        this.door = door;
        this.declarations = declarations;
        this.recusals = recusals;
    }

    @GetMapping("/cases/{reference}/recusal")
    String ask(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        return declarations.ask(ofCase(reader, reference), page, locale);
    }

    @PostMapping("/cases/{reference}/recusal")
    String stepBack(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = ofCase(reader, reference);
        return declare(reader, place.file().id(), Part.CONTENT, declarations.sent(place, request, response, page, locale), flash);
    }

    /** Whoever has a measure knows nothing of the case, its number neither. */
    @GetMapping("/tasks/{id}/recusal")
    String askOfTask(@AuthenticationPrincipal Reader reader, @PathVariable String id, Locale locale, Model page) {
        return declarations.ask(ofTask(reader, id), page, locale);
    }

    @PostMapping("/tasks/{id}/recusal")
    String stepBackFromTask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Place place = ofTask(reader, id);
        TaskRow row = door.row(id);
        return declare(reader, row.caseId(), row.part(), declarations.sent(place, request, response, page, locale), flash);
    }

    private String declare(Reader reader, UUID caseId, Part part, Optional<Answers> why, RedirectAttributes flash) {
        if (why.isEmpty()) {
            return Declarations.VIEW;
        }
        if (!recusals.stepBack(reader, caseId, part, why.get())) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", "stepped-back");
        return "redirect:" + Back.TASKS;
    }

    private Place ofCase(Reader reader, String reference) {
        CaseFile file = gate.outside(reader, reference, Part.CONTENT)
                .filter(f -> !reader.in("auditor"))
                .orElseThrow(TaskDoor::notFound);
        String page = "/cases/" + file.reference();
        return new Place(FORM, page + "/recusal", page, file);
    }

    private Place ofTask(Reader reader, String id) {
        OpenTask task = door.open(reader, door.row(id));
        String page = "/tasks/" + id;
        return new Place(FORM, page + "/recusal", page, task.showsCase() ? task.open().file() : null);
    }
}
