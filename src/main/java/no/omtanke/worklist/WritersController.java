package no.omtanke.worklist;

import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskDesk.Result;
import no.omtanke.process.Writers;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holder asks a colleague to write a shared form with them, and ends it again. */
@Controller
class WritersController {

    private final TaskDoor door;
    private final Writers writers;
    private final Colleagues colleagues;
    private final Directory directory;

    WritersController(TaskDoor door, Writers writers, Colleagues colleagues, Directory directory) {
        this.door = door;
        this.writers = writers;
        this.colleagues = colleagues;
        this.directory = directory;
    }

    @PostMapping("/tasks/{id}/writers")
    String invite(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam long to,
            @RequestParam(required = false) String back,
            RedirectAttributes flash) {
        OpenTask task = door.open(reader, door.row(id));
        boolean works = task.mine() && colleagues.of(task).stream().anyMatch(p -> p.id() == to);
        if (!works || writers.inviteToWrite(reader, id, to) != Result.DONE) {
            throw TaskDoor.notFound();
        }
        return answer(id, to, "writer-invited", back, flash);
    }

    @PostMapping("/tasks/{id}/writers/end")
    String end(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam long to,
            @RequestParam(required = false) String back,
            RedirectAttributes flash) {
        door.open(reader, door.row(id));
        if (writers.endWriting(reader, id, to) != Result.DONE) {
            throw TaskDoor.notFound();
        }
        if (to == reader.personId()) {
            flash.addFlashAttribute("note", "writer-left");
            return "redirect:" + Back.TASKS;
        }
        return answer(id, to, "writer-ended", back, flash);
    }

    private String answer(String id, long person, String note, String back, RedirectAttributes flash) {
        flash.addFlashAttribute("note", note);
        flash.addFlashAttribute("noteWho", directory.person(person).map(Person::name).orElse("?"));
        return "redirect:/tasks/" + id + TooLate.query(Back.check(back));
    }
}
