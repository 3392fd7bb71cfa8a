package no.omtanke.worklist;

import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one task. */
@Controller
class TaskController {

    private final TaskDoor door;
    private final Desk desk;
    private final SharedDesk shared;
    private final TaskForms taskForms;
    private final TaskPage taskPage;
    private final EndedPage endedPage;

    TaskController(
            TaskDoor door,
            Desk desk,
            SharedDesk shared,
            TaskForms taskForms,
            TaskPage taskPage,
            EndedPage endedPage) {
        this.door = door;
        this.desk = desk;
        this.shared = shared;
        this.taskForms = taskForms;
        this.taskPage = taskPage;
        this.endedPage = endedPage;
    }

    @GetMapping("/tasks/{id}")
    String show(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam(required = false) String back,
            Locale locale,
            Model page) {
        TaskRow row = door.row(id);
        if (row.open()) {
            OpenTask task = door.open(reader, row);
            Sheet sheet = begun(task, task.shared() ? shared.open(page, reader, task, locale) : desk.resume(reader, task.purpose()));
            page.addAttribute("fetched", sheet.savedAt() == null && !sheet.typed().isEmpty());
            return taskPage.show(page, reader, task, sheet, sheet.problems(), Back.check(back), locale);
        }
        if (!door.mayHearOf(reader, row)) {
            throw TaskDoor.notFound();
        }
        return endedPage.ended(page, reader, row, shared.wordsNotTakenOver(reader, row, locale), Back.check(back), locale);
    }

    private Sheet begun(OpenTask task, Sheet sheet) {
        return sheet.savedAt() == null ? new Sheet(taskForms.begin(task.row()), null, sheet.problems()) : sheet;
    }

    /** The address that Camunda's own task list links to. Where it wants to be called back is not ours to follow. */
    @GetMapping("/tasks/open")
    String open(@RequestParam String taskId) {
        if (!taskId.matches("[A-Za-z0-9-]{1,64}")) {
            throw TaskDoor.notFound();
        }
        return "redirect:/tasks/" + taskId;
    }
}
