package no.omtanke.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.escalation.CaseLadder;
import no.omtanke.escalation.Ground;
import no.omtanke.escalation.Ladder;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a case's running ladder into words, beside the case and beside the tasks that belong to it. */
@Component
class LiftedWords {

    private static final String PROCESS = "escalation";

    private final CaseLadder ladders;
    private final TaskQueries tasks;
    private final TaskWords titles;
    private final Entries entries;
    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    LiftedWords(
            CaseLadder ladders,
            TaskQueries tasks,
            TaskWords titles,
            Entries entries,
            Directory directory,
            MessageSource messages,
            Dates dates) {
        this.ladders = ladders;
        this.tasks = tasks;
        this.titles = titles;
        this.entries = entries;
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    /** On the case's page: for those who see all of it. */
    void add(Model page, OpenCase open, Locale locale) {
        page.addAttribute("lifted", open.whole() ? of(open, locale).orElse(null) : null);
    }

    /** Beside a task of the ladder. */
    void add(Model page, OpenTask task, Locale locale) {
        boolean ladders = task.row().processKey().equals(PROCESS);
        page.addAttribute("lifted", ladders ? of(task.open(), locale).orElse(null) : null);
    }

    private Optional<Lifted> of(OpenCase open, Locale locale) {
        return ladders.of(open).stream().filter(Ladder::running).findFirst().map(ladder -> words(open, ladder, locale));
    }

    private Lifted words(OpenCase open, Ladder ladder, Locale locale) {
        String rung = text("worklist.level." + (ladder.rung().code().equals("statsforvalter") ? "school-owner" : ladder.rung().code()), locale);
        // What is about a pupil whom the reader has nothing to do with stays out.
        List<Ground> grounds =
                ladder.grounds().stream().filter(g -> g.pupil() == null || open.sees(g.pupil())).toList();
        Set<UUID> said = grounds.stream().map(Ground::entry).filter(id -> id != null).collect(Collectors.toSet());
        Optional<Answers> order = ladder.ordered() ? order(open) : Optional.empty();
        return new Lifted(
                text(ladder.answered() ? "worklist.lift.answered" : "worklist.lift.at", locale, rung),
                grounds.stream().map(g -> why(open, g, locale)).toList(),
                open.entries().stream()
                        .filter(e -> said.contains(e.id()))
                        .map(e -> entries.words(open, e, locale))
                        .toList(),
                order.map(a -> a.text("order")).orElse(null),
                order.map(a -> LocalDate.parse(a.text("ownerChecks").substring(0, 10)))
                        .map(day -> text("worklist.lift.order.by", locale, dates.day(day, locale)))
                        .orElse(null));
    }

    private static Optional<Answers> order(OpenCase open) {
        return open.entries().stream()
                .filter(e -> e.formId().equals("answer-family"))
                .reduce((first, second) -> second)
                .map(Entry::json)
                .map(Answers::fromJson)
                .filter(a -> a.text("ownerChecks").length() >= 10);
    }

    private Lifted.Why why(OpenCase open, Ground ground, Locale locale) {
        Optional<TaskRow> task = Optional.ofNullable(ground.taskId())
                .flatMap(id -> tasks.ofCase(open.file().id()).stream().filter(t -> t.taskId().equals(id)).findFirst());
        Instant when = task.map(TaskRow::dueAt).orElse(ground.at());
        boolean late = task.filter(TaskRow::open).isPresent();
        String kind = ground.cause() + (ground.cause().equals("deadline") && !late ? ".done" : "");
        String what = task.map(t -> titles.title(t, about(open, t), locale)).orElseGet(() -> who(open, ground));
        return new Lifted.Why(text("worklist.lift." + kind, locale, dates.moment(when, locale), what), late);
    }

    private static String about(OpenCase open, TaskRow task) {
        return open.parties().stream()
                .filter(p -> p.id().equals(task.pupil()))
                .map(p -> p.name())
                .findFirst()
                .orElse(null);
    }

    private String who(OpenCase open, Ground ground) {
        return open.events().stream()
                .filter(e -> ground.entry() != null && ground.entry().toString().equals(e.args().get("entry")))
                .map(CaseEvent::actorId)
                .filter(id -> id != null)
                .findFirst()
                .flatMap(directory::person)
                .map(Person::name)
                .orElse("");
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
