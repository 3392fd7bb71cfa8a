package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.omtanke.access.Reader;
import no.omtanke.plan.FamilyLinks.PupilOfPlan;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** «La eleven svare selv på denne skjermen». */
@Controller
class PupilsScreenController {

    private final TaskDoor door;
    private final PupilsScreen screen;

    PupilsScreenController(TaskDoor door, PupilsScreen screen) {
        this.door = door;
        this.screen = screen;
    }

    @PostMapping("/tasks/{id}/pupil")
    String give(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        OpenTask task = door.open(reader, door.row(id));
        PupilOfPlan pupil = screen.pupil(task.row()).orElseThrow(TaskDoor::notFound);
        screen.give(pupil, request, response);
        return "redirect:/min-plan";
    }
}
