package no.omtanke.worklist;

import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskDesk;
import no.omtanke.process.TaskDesk.Result;
import no.omtanke.process.TaskRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Take a task, give it to a colleague, hand it back. */
@Controller
class TaskDeskController {

    private final TaskDesk desk;
    private final TaskDoor door;
    private final Colleagues colleagues;
    private final Directory directory;

    TaskDeskController(TaskDesk desk, TaskDoor door, Colleagues colleagues, Directory directory) {
        this.desk = desk;
        this.door = door;
        this.colleagues = colleagues;
        this.directory = directory;
    }

    @PostMapping("/tasks/{id}/take")
    String take(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam(required = false) String back,
            RedirectAttributes flash) {
        Result result = desk.take(reader, id);
        // An ended task is told about to those who may hear of it; to anybody else it is as unknown as any other.
        if (result == Result.NOT_ALLOWED && !ended(reader, id)) {
            throw TaskDoor.notFound();
        }
        if (result == Result.TAKEN) {
            note(flash, "too-late", name(door.row(id).assignee()));
        } else if (result == Result.DONE) {
            note(flash, "taken", null);
        }
        return "redirect:/tasks/" + id + TooLate.query(Back.check(back));
    }

    @PostMapping("/tasks/{id}/hand-back")
    String handBack(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam(required = false) String back,
            RedirectAttributes flash) {
        Result result = desk.handBack(reader, id);
        if (result == Result.NOT_ALLOWED) {
            throw TaskDoor.notFound();
        }
        note(flash, result == Result.DONE ? "handed-back" : "ended", null);
        return "redirect:" + Back.check(back);
    }

    @PostMapping("/tasks/{id}/assign")
    String assign(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam long to,
            @RequestParam(required = false) String back,
            RedirectAttributes flash) {
        OpenTask task = door.open(reader, door.row(id));
        if (colleagues.of(task).stream().noneMatch(p -> p.id() == to)) {
            throw TaskDoor.notFound();
        }
        Result result = desk.assign(reader, id, to);
        if (result == Result.NOT_ALLOWED) {
            throw TaskDoor.notFound();
        }
        note(flash, result == Result.DONE ? "assigned" : "ended", name(to));
        return "redirect:" + Back.check(back);
    }

    private boolean ended(Reader reader, String id) {
        TaskRow row = door.row(id);
        return !row.open() && door.mayHearOf(reader, row);
    }

    private static void note(RedirectAttributes flash, String note, String who) {
        flash.addFlashAttribute("note", note);
        flash.addFlashAttribute("noteWho", who);
    }

    private String name(Long person) {
        return person == null ? "?" : directory.person(person).map(Person::name).orElse("?");
    }
}
