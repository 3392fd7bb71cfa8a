package no.omtanke.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskTab;
import no.omtanke.process.TasksSeen;
import no.omtanke.process.TasksSeen.Count;
import no.omtanke.process.TasksSeen.Glance;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The task list's tabs and filters with their counts. Each chip keeps the other filters; pressed again it goes off. */
@Component
class Chips {

    private final TaskQueries tasks;
    private final TaskWords words;
    private final Directory directory;
    private final MessageSource messages;

    Chips(TaskQueries tasks, TaskWords words, Directory directory, MessageSource messages) {
        this.tasks = tasks;
        this.words = words;
        this.directory = directory;
        this.messages = messages;
    }

    /** What was seen of each tab, at one moment. */
    @Transactional(readOnly = true)
    public Map<TaskTab, TasksSeen> look(Reader reader, ListAddress here) {
        Map<TaskTab, TasksSeen> seen = new EnumMap<>(TaskTab.class);
        for (TaskTab tab : TaskTab.values()) {
            seen.put(tab, tasks.look(reader, tab, here.words()));
        }
        return seen;
    }

    List<Chip> tabs(Map<TaskTab, TasksSeen> seen, ListAddress here, Locale locale) {
        List<Chip> tabs = new ArrayList<>();
        for (TaskTab tab : TaskTab.values()) {
            Count count = seen.get(tab).count(here.filter());
            tabs.add(chip("worklist.tab." + tab.id(), count, tab == here.tab(), here.in(tab), locale));
        }
        return tabs;
    }

    List<Chip> time(TasksSeen seen, ListAddress here, Locale locale) {
        List<Chip> chips = new ArrayList<>();
        if (here.tab() != TaskTab.DONE) {
            for (String due : List.of("late", "today", "week")) {
                boolean on = due.equals(here.due());
                Count count = seen.count(here.due(due).filter());
                chips.add(chip("worklist.chip." + due, count, on, on ? here.due(null) : here.due(due), locale));
            }
        }
        Count serious = seen.count(here.serious(true).filter());
        chips.add(chip("worklist.serious", serious, here.serious(), here.serious(!here.serious()), locale));
        return chips;
    }

    List<Chip> types(TasksSeen seen, ListAddress here, Locale locale) {
        Map<String, Count> counts = new HashMap<>(seen.per(Glance::task, here.task(null).filter()));
        if (here.task() != null) {
            counts.putIfAbsent(here.task(), new Count(0, !seen.all()));
        }
        return counts.entrySet().stream()
                .map(e -> toggle(
                        e.getKey().equals(here.task()),
                        words.title(e.getKey(), locale),
                        e.getValue(),
                        here.task(e.getKey()),
                        here.task(null)))
                .sorted(Comparator.comparing(Chip::label))
                .toList();
    }

    /** Empty when everything is at one school. */
    List<Chip> schools(Reader reader, TasksSeen seen, ListAddress here) {
        Map<Integer, Count> counts = new HashMap<>(seen.per(Glance::school, here.school(null).filter()));
        boolean anySchool = !seen.all() && reader.in("school-owner");
        if (counts.size() < 2 && here.school() == null && !anySchool) {
            return List.of();
        }
        Map<Integer, String> names = directory.schools().stream().collect(Collectors.toMap(School::id, School::name));
        if (anySchool) {
            // Beyond what was looked at there may be any school.
            names.keySet().forEach(school -> counts.putIfAbsent(school, new Count(0, true)));
        }
        return counts.entrySet().stream()
                .map(e -> toggle(
                        e.getKey().equals(here.school()),
                        names.getOrDefault(e.getKey(), "?"),
                        e.getValue(),
                        here.school(e.getKey()),
                        here.school(null)))
                .sorted(Comparator.comparing(Chip::label))
                .toList();
    }

    private Chip chip(String key, Count count, boolean on, ListAddress target, Locale locale) {
        return new Chip(target.path(), messages.getMessage(key, null, locale), Chip.words(count), on);
    }

    private static Chip toggle(boolean on, String label, Count count, ListAddress with, ListAddress without) {
        return new Chip((on ? without : with).path(), label, Chip.words(count), on);
    }
}
