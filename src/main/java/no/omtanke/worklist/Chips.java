package no.omtanke.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskTab;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

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

    List<Chip> tabs(Reader reader, ListAddress here, Locale locale) {
        List<Chip> tabs = new ArrayList<>();
        for (TaskTab tab : TaskTab.values()) {
            tabs.add(chip(reader, here.in(tab), "worklist.tab." + tab.id(), tab == here.tab(), here.in(tab), locale));
        }
        return tabs;
    }

    List<Chip> time(Reader reader, ListAddress here, Locale locale) {
        List<Chip> chips = new ArrayList<>();
        if (here.tab() != TaskTab.DONE) {
            for (String due : List.of("late", "today", "week")) {
                boolean on = due.equals(here.due());
                chips.add(chip(
                        reader, here.due(due), "worklist.chip." + due, on, on ? here.due(null) : here.due(due), locale));
            }
        }
        chips.add(chip(
                reader,
                here.serious(true),
                "worklist.serious",
                here.serious(),
                here.serious(!here.serious()),
                locale));
        return chips;
    }

    List<Chip> types(Reader reader, ListAddress here, Locale locale) {
        Map<String, Integer> counts = tasks.perTask(reader, here.task(null).filter());
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
    List<Chip> schools(Reader reader, ListAddress here) {
        Map<Integer, Integer> counts = tasks.perSchool(reader, here.school(null).filter());
        if (counts.size() < 2 && here.school() == null) {
            return List.of();
        }
        return counts.entrySet().stream()
                .map(e -> toggle(
                        e.getKey().equals(here.school()),
                        directory.school(e.getKey()).map(School::name).orElse("?"),
                        e.getValue(),
                        here.school(e.getKey()),
                        here.school(null)))
                .sorted(Comparator.comparing(Chip::label))
                .toList();
    }

    private Chip chip(
            Reader reader, ListAddress counted, String key, boolean on, ListAddress target, Locale locale) {
        int count = tasks.count(reader, counted.filter());
        return new Chip(target.path(), messages.getMessage(key, null, locale), count, on);
    }

    private static Chip toggle(boolean on, String label, int count, ListAddress with, ListAddress without) {
        return new Chip((on ? without : with).path(), label, count, on);
    }
}
