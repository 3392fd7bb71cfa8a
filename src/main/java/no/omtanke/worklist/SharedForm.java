package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.SharedDraft;
import no.omtanke.form.Typed;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receives a form that several people write. What was typed is kept first; only who has the task sends it. */
@Component
class SharedForm {

    private final SharedDesk desk;
    private final TaskDoor door;
    private final Forms forms;
    private final TaskForms taskForms;
    private final TaskPage taskPage;
    private final Suggestions suggestions;
    private final TooLate tooLate;

    SharedForm(
            SharedDesk desk,
            TaskDoor door,
            Forms forms,
            TaskForms taskForms,
            TaskPage taskPage,
            Suggestions suggestions,
            TooLate tooLate) {
        this.desk = desk;
        this.door = door;
        this.forms = forms;
        this.taskForms = taskForms;
        this.taskPage = taskPage;
        this.suggestions = suggestions;
        this.tooLate = tooLate;
    }

    /** A request with what belongs to it. */
    record Posted(
            Reader reader,
            OpenTask task,
            String action,
            String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {}

    String receive(Posted posted, Model page, RedirectAttributes flash) {
        OpenTask task = posted.task();
        Typed typed = edited(task, desk.posted(posted.reader(), task, posted.request()), posted.action());
        SharedDraft draft = desk.save(posted.reader(), task, posted.request(), typed);
        String[] action = posted.action().split(":", 2);
        boolean choice = action.length == 2 && List.of("mine", "theirs").contains(action[0]);
        if (choice) {
            desk.choose(posted.reader(), task, action[1], action[0].equals("mine"));
        }
        if (choice || action[0].equals("save")) {
            return again(posted, draft, choice ? "chosen" : "saved", flash);
        }
        if (!action[0].equals("send")) {
            return shown(posted, draft, Problems.none(), page);
        }
        if (!task.mine()) {
            return again(posted, draft, "not-yours", flash);
        }
        return draft.others().isEmpty() && draft.clashes().isEmpty()
                ? send(posted, draft, page)
                : again(posted, draft, "read-first", flash);
    }

    ResponseEntity<String> autosave(Posted posted) {
        Typed typed = desk.posted(posted.reader(), posted.task(), posted.request());
        String ahead = desk.ahead(posted.reader(), posted.task(), posted.request(), typed, posted.locale());
        if (ahead == null) {
            SharedDraft draft = desk.save(posted.reader(), posted.task(), posted.request(), typed);
            if (draft.others().isEmpty()) {
                return ResponseEntity.noContent()
                        .header("X-Revision", String.valueOf(draft.revision()))
                        .build();
            }
            // Somebody saved in between: the page does not show it.
            ahead = String.join(" ", desk.sentences(draft, posted.locale()));
        }
        return ResponseEntity.status(409)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(ahead);
    }

    private Typed edited(OpenTask task, Typed typed, String action) {
        var form = taskForms.form(task.row());
        return suggestions.use(form, forms.edit(form, typed, action), action);
    }

    private String send(Posted posted, SharedDraft draft, Model page) {
        OpenTask task = posted.task();
        TaskForms.Sent sent = taskForms.send(posted.reader(), task.row(), draft.typed(), List.of(), posted.locale());
        TaskRow now = door.row(task.row().taskId());
        if (sent instanceof TaskForms.Sent.Answered answered && answered.outcome() instanceof Outcome.Completed) {
            desk.clear(posted.reader(), task);
            return "redirect:/tasks/" + now.taskId() + TooLate.query(posted.back());
        }
        if (!now.open()) {
            return tooLate.answer(
                    posted.reader(), now, posted.request(), posted.response(), page, posted.back(), posted.locale());
        }
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            return shown(posted, draft, unfinished.problems(), page);
        }
        throw TaskDoor.notFound();
    }

    private String again(Posted posted, SharedDraft draft, String note, RedirectAttributes flash) {
        flash.addFlashAttribute("note", note);
        if (!draft.others().isEmpty()) {
            flash.addFlashAttribute("others", desk.sentences(draft, posted.locale()));
        }
        flash.addAttribute("back", posted.back());
        return "redirect:/tasks/" + posted.task().row().taskId();
    }

    private String shown(Posted posted, SharedDraft draft, Problems problems, Model page) {
        if (!problems.isEmpty()) {
            posted.response().setStatus(422);
        }
        Sheet sheet = desk.lay(page, posted.reader(), posted.task(), draft, posted.locale());
        if (posted.action().startsWith("use:")) {
            page.addAttribute("note", "example-added");
        }
        return taskPage.show(page, posted.reader(), posted.task(), sheet, problems, posted.back(), posted.locale());
    }
}
