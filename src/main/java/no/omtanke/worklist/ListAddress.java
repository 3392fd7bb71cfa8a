package no.omtanke.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskTab;

/** The task list's address: what it is narrowed to stands in it, so it can be gone back to. What was searched for, see {@link Search}. */
record ListAddress(
        TaskTab tab, Integer school, boolean serious, String due, String task, Search search, int page) {

    static final Set<String> DUE = Set.of("late", "today", "week");

    /** Anything that is not understood is left out. */
    static ListAddress of(Map<String, String> asked, Search search) {
        return new ListAddress(
                TaskTab.of(asked.get("tab")),
                number(asked.get("school"), null),
                "1".equals(asked.get("serious")),
                DUE.contains(asked.getOrDefault("due", "")) ? asked.get("due") : null,
                asked.getOrDefault("task", "").matches("[a-z-]{1,60}") ? asked.get("task") : null,
                search,
                Math.max(1, number(asked.get("page"), 1)));
    }

    TaskFilter filter() {
        return new TaskFilter(tab, school, serious, due, task, words());
    }

    /** What is searched for, or null. */
    public String words() {
        return search == null ? null : search.words();
    }

    ListAddress in(TaskTab other) {
        return new ListAddress(other, school, serious, due, task, search, 1);
    }

    ListAddress school(Integer other) {
        return new ListAddress(tab, other, serious, due, task, search, 1);
    }

    ListAddress serious(boolean other) {
        return new ListAddress(tab, school, other, due, task, search, 1);
    }

    ListAddress due(String other) {
        return new ListAddress(tab, school, serious, other, task, search, 1);
    }

    ListAddress task(String other) {
        return new ListAddress(tab, school, serious, due, other, search, 1);
    }

    ListAddress page(int other) {
        return new ListAddress(tab, school, serious, due, task, search, other);
    }

    public boolean narrowed() {
        return school != null || serious || due != null || task != null || search != null;
    }

    public String path() {
        List<String> parts = new ArrayList<>();
        add(parts, "tab", tab == TaskTab.NOW ? null : tab.id());
        add(parts, "due", due);
        add(parts, "serious", serious ? "1" : null);
        add(parts, "task", task);
        add(parts, "school", school);
        if (search != null) {
            parts.add(search.inAddress());
        }
        add(parts, "page", page > 1 ? page : null);
        return Back.TASKS + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    private static Integer number(String text, Integer otherwise) {
        return text != null && text.matches("\\d{1,8}") ? Integer.valueOf(text) : otherwise;
    }
}
