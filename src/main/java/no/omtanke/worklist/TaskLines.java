package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.process.ListedTask;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.process.TaskTab;
import org.springframework.stereotype.Component;

/** Puts a task's row into words for one reader. */
@Component
class TaskLines {

    private final TaskQueries tasks;
    private final TaskWords words;
    private final Dates dates;

    TaskLines(TaskQueries tasks, TaskWords words, Dates dates) {
        this.tasks = tasks;
        this.words = words;
        this.dates = dates;
    }

    TaskLine line(ListedTask listed, Reader reader, TaskTab tab, Locale locale) {
        TaskRow task = listed.task();
        boolean mine = Long.valueOf(reader.personId()).equals(task.assignee());
        boolean raisedToMe = task.raisedTo() != null && reader.in(task.raisedTo());
        // Only here does it matter whom else a task is addressed to.
        boolean asks = tab == TaskTab.WAITING || tab == TaskTab.NOW && task.assignee() != null && !mine;
        List<String> audiences = asks ? tasks.audiences(task.taskId()) : List.of();
        boolean free = task.assignee() == null && (tab == TaskTab.NOW || tab == TaskTab.UNASSIGNED);
        return new TaskLine(
                task.taskId(),
                tab != TaskTab.WAITING || audiences.stream().anyMatch(reader::in),
                words.title(task, listed.about(), locale),
                listed.reference(),
                task.part() != Part.MEASURE,
                listed.pupils(),
                listed.className(),
                words.why(task, locale),
                dates.due(task.dueAt(), locale),
                mine ? null : listed.holder(),
                task.assignee() == null ? WaitsFor.family(audiences) : null,
                task.assignee() != null && !mine && audiences.contains("person:" + reader.personId()),
                task.serious(),
                task.open() ? words.raised(task, reader, locale) : null,
                task.open() && !mine && (free || raisedToMe),
                task.open() && mine,
                task.endedAt() == null ? null : dates.moment(task.endedAt(), locale));
    }
}
