package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FieldView;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The pages of one thing that is asked of a family: the form, and for guardians the answers before they are sent. */
@Component
class PlanTaskPages {

    /** The page before sending. */
    static final String CHECK = "sjekk";

    private final TaskForms taskForms;
    private final Forms forms;
    private final FormTexts texts;
    private final Reading reading;
    private final VisitorDrafts drafts;

    PlanTaskPages(TaskForms taskForms, Forms forms, FormTexts texts, Reading reading, VisitorDrafts drafts) {
        this.taskForms = taskForms;
        this.forms = forms;
        this.texts = texts;
        this.reading = reading;
        this.drafts = drafts;
    }

    static String address(TaskRow task) {
        return "/min-plan/oppgave/" + task.taskId();
    }

    static String purpose(TaskRow task) {
        return "plan-task:" + task.taskId();
    }

    /** What stands in the draft; nobody's earlier answer is filled in, it could be the other guardian's. */
    Typed typed(TaskRow task, Exchange with) {
        return TokenCookie.REPORT
                .read(with.request())
                .flatMap(t -> drafts.load(Visitor.of(t), purpose(task)))
                .orElse(Typed.empty());
    }

    /** The form as it was left. */
    String form(TaskRow task, boolean asPupil, Exchange with) {
        boolean saved = with.request().getParameter("lagret") != null;
        return form(task, asPupil, typed(task, with), Problems.none(), saved ? "meld.notice.saved" : null, with);
    }

    /** @param notice a text key to say on top, or null */
    String form(TaskRow task, boolean asPupil, Typed typed, Problems problems, String notice, Exchange with) {
        FormDefinition form = taskForms.form(task);
        common(task, with);
        with.model().addAttribute(
                "view", forms.viewWithProblems(form, null, typed, context(task, with.locale()), problems));
        with.model().addAttribute("formAction", address(task));
        with.model().addAttribute("notice", notice);
        return asPupil ? "portal/plan-pupil-form" : "portal/plan-task";
    }

    /** The form once more, with what is to be mended. */
    String again(TaskRow task, boolean asPupil, Typed typed, Problems problems, String notice, Exchange with) {
        with.response().setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(task, asPupil, typed, problems, notice, with);
    }

    /** The answers, each with the way back to it; the form when something is missing. */
    String check(TaskRow task, Typed typed, Exchange with) {
        FormDefinition form = taskForms.form(task);
        FormContext context = context(task, with.locale());
        if (forms.check(form, null, typed, context) instanceof Check.Invalid invalid) {
            return again(task, false, typed, invalid.problems(), null, with);
        }
        Answers answers = ((Check.Valid) forms.check(form, null, typed, context)).answers();
        Map<String, String> answered = reading.read(form, answers, with.locale()).stream()
                .collect(Collectors.toMap(ReadAnswer::key, a -> String.join("\n", a.values())));
        List<AnswerRow> rows = forms.view(form, null, typed, context).fields().stream()
                .map(f -> new AnswerRow(f.label(), answered.get(f.name()), address(task) + "#" + f.id()))
                .toList();
        common(task, with);
        with.model().addAttribute("rows", rows);
        with.model().addAttribute("formAction", address(task) + "?side=" + CHECK);
        return "portal/plan-check";
    }

    Problems problems(TaskRow task, Typed typed, Locale locale) {
        return forms.check(taskForms.form(task), null, typed, context(task, locale)) instanceof Check.Invalid invalid
                ? invalid.problems()
                : Problems.none();
    }

    /** What was typed, in words, also when it is not whole: question, line, answer. */
    Optional<String> inWords(TaskRow task, Typed typed, Locale locale) {
        String words = forms.view(taskForms.form(task), null, typed, context(task, locale)).fields().stream()
                .map(f -> said(f).map(said -> f.label() + "\n" + said))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> said(FieldView field) {
        String chosen = field.choices() == null
                ? ""
                : field.choices().stream().filter(c -> c.chosen()).map(c -> c.label()).collect(Collectors.joining(", "));
        String said = chosen.isEmpty() && field.value() != null && (field.choices() == null || field.choices().isEmpty())
                ? field.value()
                : chosen;
        return said.isBlank() ? Optional.empty() : Optional.of(said);
    }

    private void common(TaskRow task, Exchange with) {
        with.model().addAttribute("formTitle", texts.title(task.taskKey(), with.locale(), ""));
        with.model().addAttribute("duty", texts.duty(task.taskKey(), with.locale()).orElse(null));
        with.model().addAttribute("after", texts.after(task.taskKey(), with.locale()).orElse(null));
    }

    private FormContext context(TaskRow task, Locale locale) {
        return taskForms.context(task, locale, true);
    }
}
