package no.omtanke.worklist;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.process.ListedTask;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskTab;
import no.omtanke.process.TasksSeen;
import no.omtanke.process.TasksSeen.Count;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task list. */
@Controller
class TaskListController {

    private static final int PAGE = 20;
    private static final int FURTHEST = 100;

    private final TaskQueries tasks;
    private final TaskLines lines;
    private final Chips chips;
    private final Searches searches;

    TaskListController(TaskQueries tasks, TaskLines lines, Chips chips, Searches searches) {
        this.tasks = tasks;
        this.lines = lines;
        this.chips = chips;
        this.searches = searches;
    }

    @GetMapping("/tasks")
    String list(
            @AuthenticationPrincipal Reader reader,
            @RequestParam Map<String, String> asked,
            HttpSession session,
            Locale locale,
            Model page) {
        ListAddress here = ListAddress.of(asked, searches.of(session, asked));
        Map<TaskTab, TasksSeen> seen = chips.look(reader, here);
        TasksSeen tab = seen.get(here.tab());
        Count total = tab.count(here.filter());
        // Where not everything was counted, the last page is the one after which nothing comes.
        int pages = Math.max(1, (total.number() + PAGE - 1) / PAGE);
        ListAddress at = here.page() > (total.more() ? FURTHEST : pages) ? here.page(pages) : here;
        List<ListedTask> found = tasks.list(reader, at.filter(), PAGE + 1, (at.page() - 1) * PAGE);
        List<TaskLine> shown = found.stream()
                .limit(PAGE)
                .map(task -> lines.line(task, reader, at.tab(), locale))
                .toList();
        page.addAttribute("tabs", chips.tabs(seen, at, locale));
        page.addAttribute("time", chips.time(tab, at, locale));
        page.addAttribute("types", chips.types(tab, at, locale));
        page.addAttribute("schools", chips.schools(reader, tab, at));
        page.addAttribute("partly", !tab.all());
        page.addAttribute("lines", shown);
        page.addAttribute("here", at);
        page.addAttribute("back", at.path());
        page.addAttribute("paging", Paging.of(at.page(), total.more() ? 0 : pages, found.size() > PAGE, n -> at.page(n).path()));
        page.addAttribute("overdue", leads(reader) ? tasks.overdueLed(reader) : new Count(0, false));
        return "worklist/tasks";
    }

    private static boolean leads(Reader reader) {
        return reader.holds("leadership") || reader.in("school-owner");
    }
}
