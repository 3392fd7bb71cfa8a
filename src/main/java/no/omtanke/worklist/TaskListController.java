package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.process.TaskQueries;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task list. */
@Controller
class TaskListController {

    private static final int PAGE = 20;

    private final TaskQueries tasks;
    private final TaskLines lines;
    private final Chips chips;

    TaskListController(TaskQueries tasks, TaskLines lines, Chips chips) {
        this.tasks = tasks;
        this.lines = lines;
        this.chips = chips;
    }

    @GetMapping("/tasks")
    String list(
            @AuthenticationPrincipal Reader reader,
            @RequestParam Map<String, String> asked,
            Locale locale,
            Model page) {
        ListAddress here = ListAddress.of(asked);
        int total = tasks.count(reader, here.filter());
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        ListAddress at = here.page() > pages ? here.page(pages) : here;
        List<TaskLine> shown = tasks.list(reader, at.filter(), PAGE, (at.page() - 1) * PAGE).stream()
                .map(task -> lines.line(task, reader, at.tab(), locale))
                .toList();
        page.addAttribute("tabs", chips.tabs(reader, at, locale));
        page.addAttribute("time", chips.time(reader, at, locale));
        page.addAttribute("types", chips.types(reader, at, locale));
        page.addAttribute("schools", chips.schools(reader, at));
        page.addAttribute("lines", shown);
        page.addAttribute("total", total);
        page.addAttribute("here", at);
        page.addAttribute("back", at.path());
        page.addAttribute("paging", Paging.of(at.page(), pages, n -> at.page(n).path()));
        page.addAttribute("overdue", leads(reader) ? tasks.overdueLed(reader) : 0);
        return "worklist/tasks";
    }

    private static boolean leads(Reader reader) {
        return reader.holds("leadership") || reader.in("school-owner");
    }
}
