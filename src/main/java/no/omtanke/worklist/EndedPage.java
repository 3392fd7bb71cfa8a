package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.FormView;
import no.omtanke.form.ReadAnswer;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.process.TaskTab;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What one sees where there is no form any more: what happened, what one typed, and what is next. Nothing of the case. */
@Component
class EndedPage {

    private static final int NEXT = 3;

    private final TaskQueries tasks;
    private final TaskLines lines;
    private final TaskWords words;
    private final Directory directory;
    private final Dates dates;

    EndedPage(TaskQueries tasks, TaskLines lines, TaskWords words, Directory directory, Dates dates) {
        this.tasks = tasks;
        this.lines = lines;
        this.words = words;
        this.directory = directory;
        this.dates = dates;
    }

    /** The reader's own, somebody else's, or one that was no longer needed. */
    String ended(Model page, Reader reader, TaskRow task, List<ReadAnswer> typed, String back, Locale locale) {
        boolean mine = Long.valueOf(reader.personId()).equals(task.endedBy());
        String kind = mine ? "mine" : task.state().equals("done") && task.endedBy() != null ? "other" : "gone";
        page.addAttribute("who", name(task.endedBy()));
        page.addAttribute("when", dates.moment(task.endedAt(), locale));
        return show(page, reader, kind, task, typed, back, locale);
    }

    /** The task is still open, but somebody else has it now. */
    String taken(Model page, Reader reader, TaskRow task, FormView typed, String back, Locale locale) {
        page.addAttribute("who", name(task.assignee()));
        return show(
                page, reader, task.assignee() == null ? "free" : "taken", task, TypedWords.of(typed), back, locale);
    }

    private String show(
            Model page,
            Reader reader,
            String kind,
            TaskRow task,
            List<ReadAnswer> typed,
            String back,
            Locale locale) {
        page.addAttribute("kind", kind);
        page.addAttribute("taskId", task.taskId());
        page.addAttribute("title", words.title(task.taskKey(), locale));
        page.addAttribute("after", words.after(task, locale));
        page.addAttribute("typed", typed);
        page.addAttribute("back", back);
        page.addAttribute("next", next(reader, locale));
        return "worklist/ended";
    }

    private List<TaskLine> next(Reader reader, Locale locale) {
        TaskFilter mine = new TaskFilter(TaskTab.MINE, null, false, null, null, null);
        return tasks.list(reader, mine, NEXT, 0).stream()
                .map(task -> lines.line(task, reader, TaskTab.MINE, locale))
                .toList();
    }

    private String name(Long person) {
        return person == null ? null : directory.person(person).map(Person::name).orElse("?");
    }
}
