package no.omtanke.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.FamilyCases.Own;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a family applied for, in words: the same page for every kind. */
@Component
class MyApplicationWords {

    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts formTexts;
    private final Reading reading;
    private final TaskForms taskForms;
    private final Directory directory;
    private final When when;
    private final MessageSource texts;

    MyApplicationWords(
            FormCatalog catalog,
            Forms forms,
            FormTexts formTexts,
            Reading reading,
            TaskForms taskForms,
            Directory directory,
            When when,
            MessageSource texts) {
        this.catalog = catalog;
        this.forms = forms;
        this.formTexts = formTexts;
        this.reading = reading;
        this.taskForms = taskForms;
        this.directory = directory;
        this.when = when;
        this.texts = texts;
    }

    /** Something that can be done. Public because the template engine reads it. */
    public record ActView(String path, String title) {}

    /** @param typed what stands in the form of what is asked */
    String page(Model model, Own own, Typed typed, Problems problems, String notice, Locale locale) {
        String kind = "soknad." + own.kind().kind();
        model.addAttribute("title", texts.getMessage(kind + ".title", null, locale));
        model.addAttribute("reference", own.file().reference());
        model.addAttribute("school", directory.school(own.file().schoolId()).map(School::name).orElse(""));
        model.addAttribute(
                "child",
                own.open().parties().stream()
                        .filter(party -> party.role().equals("affected"))
                        .map(Party::name)
                        .findFirst()
                        .orElse(""));
        model.addAttribute("said", own.kind().said(own.open(), locale));
        model.addAttribute("steps", steps(own, kind, locale));
        model.addAttribute("written", own.open().entries().stream().map(entry -> message(entry, locale)).toList());
        model.addAttribute(
                "acts",
                own.kind().acts(own.file().id(), own.person().id()).stream()
                        .map(act -> new ActView("/soknad/gjor/" + act.address(), formTexts.title(act.formId(), locale, "")))
                        .toList());
        model.addAttribute("notice", notice);
        own.asked().stream().findFirst().ifPresent(task -> asked(model, task, typed, problems, locale));
        return "portal/application";
    }

    private void asked(Model model, TaskRow task, Typed typed, Problems problems, Locale locale) {
        model.addAttribute(
                "view",
                forms.viewWithProblems(taskForms.form(task), null, typed, taskForms.context(task, locale, true), problems));
        model.addAttribute("task", task.taskId());
        model.addAttribute("formAction", "/soknad");
        model.addAttribute("attaches", false);
        model.addAttribute("formTitle", formTexts.title(task.taskKey(), locale, ""));
        model.addAttribute("duty", formTexts.duty(task.taskKey(), locale).orElse(null));
        model.addAttribute("after", formTexts.after(task.taskKey(), locale).orElse(null));
        model.addAttribute("due", task.dueAt() == null ? null : when.day(task.dueAt(), locale));
    }

    private List<StepView> steps(Own own, String kind, Locale locale) {
        int done = own.kind().done(own.file().id());
        boolean open = own.file().open() && !own.kind().over(own.file().id());
        return IntStream.rangeClosed(1, own.kind().steps())
                .mapToObj(number -> {
                    List<TaskRow> tasks = own.all().stream()
                            .filter(task -> Objects.equals(number, task.familyStep()))
                            .toList();
                    boolean now = open && tasks.stream().anyMatch(TaskRow::open);
                    boolean all = number <= done || !tasks.isEmpty() && tasks.stream().noneMatch(TaskRow::open)
                            && tasks.stream().anyMatch(task -> task.state().equals("done"));
                    String state = now ? "now" : all ? "done" : open ? "coming" : "skipped";
                    String day = number == 1 ? when.day(own.file().openedAt(), locale) : null;
                    String note = now
                            ? tasks.stream()
                                    .filter(TaskRow::open)
                                    .map(TaskRow::dueAt)
                                    .filter(Objects::nonNull)
                                    .max(Comparator.naturalOrder())
                                    .map(at -> texts.getMessage("soknad.by", new Object[] {when.day(at, locale)}, locale))
                                    .orElse(null)
                            : null;
                    return new StepView(texts.getMessage(kind + ".step." + number, null, locale), state, day, note);
                })
                .toList();
    }

    private Message message(Entry entry, Locale locale) {
        List<AnswerRow> rows = reading.read(catalog.form(entry.formId()), Answers.fromJson(entry.json()), locale).stream()
                .map(answer -> new AnswerRow(answer.label(), String.join("\n", answer.values()), null))
                .toList();
        return new Message(formTexts.title(entry.formId(), locale, ""), when.dayAndHour(entry.writtenAt(), locale), rows);
    }
}
