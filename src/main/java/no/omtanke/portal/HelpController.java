package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import no.omtanke.involvement.BodyDoor;
import no.omtanke.involvement.SharedView;
import no.omtanke.involvement.SharedView.Shared;
import no.omtanke.network.Download;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.portal.OtherSessions.Came;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A body without an account: the question, what is shared with it at this moment, and its answer. */
@Controller
@RequestMapping("/bistand")
class HelpController {

    private static final String HOME = "redirect:/bistand";

    private final OtherSessions sessions;
    private final BodyDoor door;
    private final SharedView shared;
    private final TaskForms taskForms;
    private final Forms forms;
    private final FormCatalog catalog;
    private final FormTexts texts;
    private final Reading reading;
    private final Directory directory;
    private final When when;

    HelpController(
            OtherSessions sessions,
            BodyDoor door,
            SharedView shared,
            TaskForms taskForms,
            Forms forms,
            FormCatalog catalog,
            FormTexts texts,
            Reading reading,
            Directory directory,
            When when) {
        this.sessions = sessions;
        this.door = door;
        this.shared = shared;
        this.taskForms = taskForms;
        this.forms = forms;
        this.catalog = catalog;
        this.texts = texts;
        this.reading = reading;
        this.directory = directory;
        this.when = when;
    }

    /** One shared piece in words. Public because the template engine reads it. */
    public record PieceView(String title, String when, List<ReadAnswer> answers) {}

    @GetMapping
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        return page(request, response, Typed.empty(), Problems.none(), null, model, locale);
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Typed typed = Typed.from(request.getParameterMap());
        if (ReportDenied.was(request) || !action.equals("send")) {
            return page(request, response, typed, Problems.none(), ReportDenied.was(request) ? "meld.notice.kept" : null, model, locale);
        }
        Optional<Came> came = sessions.open(OwnPage.HELP, request).filter(c -> door.open(c.subject()));
        Optional<TaskRow> task = came.flatMap(c -> door.task(c.subject()));
        if (task.isEmpty()) {
            return page(request, response, typed, Problems.none(), null, model, locale);
        }
        if (door.send(came.get().subject(), task.get(), typed, locale) instanceof TaskForms.Sent.Unfinished unfinished) {
            response.setStatus(422);
            return page(request, response, typed, unfinished.problems(), null, model, locale);
        }
        return HOME;
    }

    @GetMapping("/fil/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, HttpServletRequest request) {
        FileContent file = sessions.open(OwnPage.HELP, request)
                .filter(came -> door.open(came.subject()))
                .flatMap(came -> shared.document(door.reader(came.subject()), came.subject(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }

    private String page(
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Problems problems,
            String notice,
            Model model,
            Locale locale) {
        Optional<Came> came = sessions.open(OwnPage.HELP, request);
        if (came.isEmpty()) {
            // Somebody who was here before is told that it is over, not that the page has closed.
            boolean over = sessions.known(OwnPage.HELP, request).filter(c -> !door.open(c.subject())).isPresent();
            return over ? over(response) : sessions.closed(OwnPage.HELP, request, model);
        }
        UUID involvement = came.get().subject();
        if (!door.open(involvement)) {
            return over(response);
        }
        Optional<Shared> open = shared.open(door.reader(involvement), involvement);
        if (open.isEmpty()) {
            return over(response);
        }
        lay(open.get(), model, locale);
        model.addAttribute("notice", notice);
        model.addAttribute("attaches", false);
        door.task(involvement).ifPresent(task -> form(task, typed, problems, model, locale));
        return "portal/help-asked";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "portal/help-over";
    }

    private void form(TaskRow task, Typed typed, Problems problems, Model model, Locale locale) {
        FormDefinition form = taskForms.form(task);
        model.addAttribute(
                "view", forms.viewWithProblems(form, null, typed, taskForms.context(task, locale, true), problems));
        model.addAttribute("formAction", "/bistand");
        model.addAttribute("formTitle", texts.title(task.taskKey(), locale, ""));
        model.addAttribute("duty", texts.duty(task.taskKey(), locale).orElse(null));
        model.addAttribute("after", texts.after(task.taskKey(), locale).orElse(null));
        model.addAttribute("due", task.dueAt() == null ? null : when.day(task.dueAt(), locale));
    }

    private void lay(Shared open, Model model, Locale locale) {
        model.addAttribute("body", open.body());
        model.addAttribute(
                "school", directory.school(open.involvement().schoolId()).map(School::name).orElse(""));
        model.addAttribute("pupils", open.open().parties().stream().map(p -> p.name()).toList());
        model.addAttribute("question", open.question().stream().map(e -> view(e, locale)).toList());
        model.addAttribute("shared", open.shared().stream().map(e -> view(e, locale)).toList());
        model.addAttribute("files", open.open().attachments());
        model.addAttribute("state", open.involvement().state());
    }

    private PieceView view(Entry entry, Locale locale) {
        Answers answers = Answers.fromJson(entry.json());
        FormDefinition form = catalog.has(entry.formId())
                ? catalog.form(entry.formId())
                : new FormDefinition(entry.formId(), List.of());
        // What was written to the family is the family's, and what was chosen is seen below.
        List<ReadAnswer> read = reading.read(form, answers, locale).stream()
                .filter(answer -> SharedView.forBody(answer.key()))
                .toList();
        return new PieceView(
                texts.title(entry.formId(), locale, ""), when.dayAndHour(entry.writtenAt(), locale), read);
    }
}
