package no.omtanke.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private final CaseWords words;
    private final MessageSource messages;

    CaseListController(CaseQueries cases, TaskQueries tasks, CaseWords words, MessageSource messages) {
        this.cases = cases;
        this.tasks = tasks;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/cases")
    String list(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        String search = q.strip().substring(0, Math.min(80, q.strip().length()));
        Boolean open = open(state);
        int total = cases.count(reader, open, search);
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int at = Math.min(pages, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
        List<ListedCase> listed = cases.list(reader, open, search, PAGE, (at - 1) * PAGE);
        Map<UUID, Instant> due =
                tasks.nextDue(listed.stream().map(c -> c.file().id()).toList());
        model.addAttribute(
                "lines",
                listed.stream()
                        .map(c -> words.line(c, due.get(c.file().id()), locale))
                        .toList());
        model.addAttribute(
                "states",
                List.of("open", "closed", "all").stream()
                        .map(s -> new Chip(
                                path(s, search, 1),
                                messages.getMessage("worklist.state." + s, null, locale),
                                String.valueOf(cases.count(reader, open(s), search)),
                                s.equals(state)))
                        .toList());
        model.addAttribute("total", total);
        model.addAttribute("state", state);
        model.addAttribute("search", search);
        model.addAttribute("paging", Paging.of(at, pages, n -> path(state, search, n)));
        return "worklist/cases";
    }

    private static Boolean open(String state) {
        return state.equals("all") ? null : Boolean.valueOf(!state.equals("closed"));
    }

    private static String path(String state, String search, int page) {
        return "/cases?state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8)
                + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
                + (page > 1 ? "&page=" + page : "");
    }
}
