package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormView;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.SharedDraft;
import no.omtanke.form.SharedDraft.Wrote;
import no.omtanke.form.SharedDrafts;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What several people write for one task, until it is sent: who wrote what, and what two of them changed at once. */
@Component
class SharedDesk {

    private final SharedDrafts drafts;
    private final TaskForms taskForms;
    private final Forms forms;
    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    SharedDesk(
            SharedDrafts drafts,
            TaskForms taskForms,
            Forms forms,
            Directory directory,
            MessageSource messages,
            Dates dates) {
        this.drafts = drafts;
        this.taskForms = taskForms;
        this.forms = forms;
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    Sheet open(Model page, Reader reader, OpenTask task, Locale locale) {
        return lay(page, reader, task, drafts.open(page(reader, task.row())), locale);
    }

    /** Puts the draft on the page: what it was made from, who else wrote, and what is to choose. */
    Sheet lay(Model page, Reader reader, OpenTask task, SharedDraft draft, Locale locale) {
        page.addAttribute("revision", draft.revision());
        if (!draft.others().isEmpty()) {
            page.addAttribute("others", sentences(draft, locale));
        }
        FormView now = view(task.row(), draft.typed(), locale);
        page.addAttribute(
                "clashes",
                draft.clashes().stream()
                        .map(clash -> ClashLine.of(
                                clash, now, view(task.row(), clash.mine(), locale), who(clash.other(), reader, locale),
                                time(clash.other(), locale), clash.other().by() == reader.personId()))
                        .toList());
        page.addAttribute(
                "lastWriter",
                draft.savedBy() == null || draft.savedBy() == reader.personId() ? null : name(draft.savedBy()));
        return new Sheet(draft.typed(), draft.savedAt(), Problems.none());
    }

    /** What stands on the page that was posted, with what that page did not show. */
    Typed posted(Reader reader, OpenTask task, HttpServletRequest request) {
        FormDefinition form = taskForms.form(task.row());
        return drafts.at(page(reader, task.row()), revision(request))
                .merge(Typed.from(request.getParameterMap()), form.fields());
    }

    SharedDraft save(Reader reader, OpenTask task, HttpServletRequest request, Typed typed) {
        return drafts.save(page(reader, task.row()), revision(request), typed);
    }

    SharedDraft choose(Reader reader, OpenTask task, String unit, boolean mine) {
        return drafts.choose(page(reader, task.row()), unit, mine);
    }

    /** Who was ahead of the page, in words; null when nobody was. What was typed is kept aside then. */
    String ahead(Reader reader, OpenTask task, HttpServletRequest request, Typed typed, Locale locale) {
        SharedDrafts.Page page = page(reader, task.row());
        if (!drafts.isBehind(page, revision(request))) {
            return null;
        }
        drafts.putAside(page, revision(request), typed);
        Long by = drafts.lastWriter(page);
        return by == null || by == reader.personId()
                ? text("worklist.shared.behind.self", locale)
                : text("worklist.shared.behind", locale, name(by));
    }

    List<String> sentences(SharedDraft draft, Locale locale) {
        return draft.others().stream()
                .map(wrote -> text("worklist.shared.others", locale, name(wrote.by()), time(wrote, locale)))
                .toList();
    }

    void clear(Reader reader, OpenTask task) {
        drafts.delete(task.purpose(), reader.personId());
    }

    /** What the reader wrote in a form that somebody sent without it. */
    List<ReadAnswer> wordsNotTakenOver(Reader reader, TaskRow ended, Locale locale) {
        Typed own = drafts.ownWords(OpenTask.purpose(ended.taskId()), reader.personId());
        return own.isEmpty() ? List.of() : TypedWords.of(view(ended, own, locale));
    }

    private SharedDrafts.Page page(Reader reader, TaskRow row) {
        return new SharedDrafts.Page(
                OpenTask.purpose(row.taskId()), reader.personId(), taskForms.form(row), taskForms.begin(row));
    }

    private FormView view(TaskRow row, Typed typed, Locale locale) {
        return forms.view(taskForms.form(row), null, typed, taskForms.context(row, locale));
    }

    private String who(Wrote wrote, Reader reader, Locale locale) {
        return wrote.by() == reader.personId() ? text("worklist.shared.you", locale) : name(wrote.by());
    }

    private String time(Wrote wrote, Locale locale) {
        return dates.lately(wrote.at(), locale);
    }

    private static int revision(HttpServletRequest request) {
        String named = request.getParameter("_revision");
        return named != null && named.matches("\\d{1,8}") ? Integer.parseInt(named) : -1;
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
