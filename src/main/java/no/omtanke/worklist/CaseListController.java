package no.omtanke.worklist;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.ListedCase;
import no.omtanke.process.TaskQueries;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases that the reader may see. */
@Controller
class CaseListController {

    private static final int PAGE = 20;

    private final CaseQueries cases;
    private final TaskQueries tasks;
    private final CaseWords caseWords;
    private final Searches searches;
    private final MessageSource messages;

    CaseListController(CaseQueries cases, TaskQueries tasks, CaseWords caseWords, Searches searches, MessageSource messages) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseWords = caseWords;
        this.searches = searches;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String list(
            @AuthenticationPrincipal Reader reader,
            @RequestParam Map<String, String> asked,
            HttpSession session,
            Locale locale,
            Model model) {
        String state = known(asked.get("state"));
        String page = asked.getOrDefault("page", "1");
        Search search = searches.of(session, asked);
        String words = search == null ? "" : search.words();
        Boolean open = open(state);
        int total = cases.count(reader, open, words);
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int at = Math.min(pages, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
        List<ListedCase> listed = cases.list(reader, open, words, PAGE, (at - 1) * PAGE);
        Map<UUID, Instant> due =
                tasks.nextDue(listed.stream().map(c -> c.file().id()).toList());
        model.addAttribute(
                "lines",
                listed.stream()
                        .map(c -> caseWords.line(c, due.get(c.file().id()), locale))
                        .toList());
        model.addAttribute(
                "states",
                List.of("open", "closed", "all").stream()
                        .map(s -> new Chip(
                                path(s, search, 1),
                                messages.getMessage("worklist.state." + s, null, locale),
                                String.valueOf(cases.count(reader, open(s), words)),
                                s.equals(state)))
                        .toList());
        model.addAttribute("total", total);
        model.addAttribute("state", state);
        model.addAttribute("search", words);
        model.addAttribute("paging", Paging.of(at, pages, n -> path(state, search, n)));
        return "worklist/cases";
    }

    private static Boolean open(String state) {
        return state.equals("all") ? null : Boolean.valueOf(!state.equals("closed"));
    }

    /** Anything else than these is open. */
    private static String known(String state) {
        return "closed".equals(state) || "all".equals(state) ? state : "open";
    }

    static String path(String state, Search search, int page) {
        return "/cases?state="
                + known(state)
                + (search == null ? "" : "&" + search.inAddress())
                + (page > 1 ? "&page=" + page : "");
    }
}
