package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receives a task's form. Whatever comes of it, what was typed is kept first. */
@Controller
class TaskFormController {

    private final TaskDoor door;
    private final Desk desk;
    private final Forms forms;
    private final TaskForms taskForms;
    private final TaskPage taskPage;
    private final TooLate tooLate;
    private final SharedForm sharedForm;
    private final ReadyTexts ready;

    TaskFormController(
            TaskDoor door,
            Desk desk,
            Forms forms,
            TaskForms taskForms,
            TaskPage taskPage,
            TooLate tooLate,
            SharedForm sharedForm,
            ReadyTexts ready) {
        this.door = door;
        this.desk = desk;
        this.sharedForm = sharedForm;
        this.ready = ready;
        this.forms = forms;
        this.taskForms = taskForms;
        this.taskPage = taskPage;
        this.tooLate = tooLate;
    }

    @PostMapping("/tasks/{id}")
    String receive(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam(defaultValue = "send") String action,
            @RequestParam(required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        TaskRow row = door.row(id);
        String way = Back.check(back);
        if (!row.open()) {
            return tooLate.answer(reader, row, request, response, page, way, locale);
        }
        OpenTask task = door.addressed(reader, row);
        if (task.shared() || !action.equals("send")) {
            task = door.open(reader, row);
        }
        if (task.shared()) {
            return sharedForm.receive(
                    new SharedForm.Posted(reader, task, action, way, request, response, locale), page, flash);
        }
        if (!task.mine()) {
            return tooLate.answer(reader, row, request, response, page, way, locale);
        }
        Sheet sheet = desk.receive(reader, task.purpose(), taskForms.form(row), request, locale);
        if (action.equals("send") && sheet.problems().isEmpty()) {
            try {
                return send(reader, task, sheet, request, response, page, way, locale);
            } catch (RuntimeException failed) {
                // What was typed is kept whatever happens to it.
                desk.keep(reader, task.purpose(), sheet.typed());
                throw failed;
            }
        }
        desk.keep(reader, task.purpose(), sheet.typed());
        if (action.equals("save") && sheet.problems().isEmpty()) {
            flash.addFlashAttribute("note", "saved");
            flash.addAttribute("back", way);
            return "redirect:/tasks/" + id;
        }
        if (action.equals("letter") && sheet.problems().isEmpty()) {
            return "redirect:/tasks/" + id + "/letter";
        }
        return shown(reader, task, edited(task, sheet, action, request), sheet.problems(), response, page, way, locale);
    }

    @PostMapping(value = "/tasks/{id}", headers = "X-Autosave=true")
    ResponseEntity<String> autosave(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            HttpServletRequest request,
            Locale locale) {
        OpenTask task = door.open(reader, door.row(id));
        if (task.shared()) {
            return sharedForm.autosave(
                    new SharedForm.Posted(reader, task, "save", Back.TASKS, request, null, locale));
        }
        if (!task.mine()) {
            return ResponseEntity.status(409).build();
        }
        Sheet sheet = desk.receive(reader, task.purpose(), taskForms.form(task.row()), request, locale);
        desk.keep(reader, task.purpose(), sheet.typed());
        return ResponseEntity.noContent().build();
    }

    private String send(
            Reader reader,
            OpenTask task,
            Sheet sheet,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            String back,
            Locale locale) {
        var files = desk.files(reader, task.purpose(), taskForms.form(task.row()), sheet.typed());
        TaskForms.Sent sent = taskForms.send(reader, task.row(), sheet.typed(), files, locale);
        if (sent instanceof TaskForms.Sent.Answered answered && answered.outcome() instanceof Outcome.Completed) {
            desk.clear(reader, task.purpose());
            return "redirect:/tasks/" + task.row().taskId() + TooLate.query(back);
        }
        TaskRow now = door.row(task.row().taskId());
        if (!now.open()) {
            desk.keep(reader, task.purpose(), sheet.typed());
            return tooLate.answer(reader, now, request, response, page, back, locale);
        }
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            return shown(reader, task, sheet, unfinished.problems(), response, page, back, locale);
        }
        throw TaskDoor.notFound();
    }

    private Sheet edited(OpenTask task, Sheet sheet, String action, HttpServletRequest request) {
        FormDefinition form = taskForms.form(task.row());
        Typed typed = ready.insert(form, sheet.typed(), action, task.row().schoolId(), request);
        return new Sheet(forms.edit(form, typed, action), sheet.savedAt(), sheet.problems());
    }

    private String shown(
            Reader reader,
            OpenTask task,
            Sheet sheet,
            Problems problems,
            HttpServletResponse response,
            Model page,
            String back,
            Locale locale) {
        if (!problems.isEmpty()) {
            response.setStatus(422);
        }
        desk.keep(reader, task.purpose(), sheet.typed());
        return taskPage.show(page, reader, task, sheet, problems, back, locale);
    }
}
