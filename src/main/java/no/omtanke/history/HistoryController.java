package no.omtanke.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list where an auditor finds a case. */
@Controller
class HistoryController {

    private final HistoryList list;
    private final Directory directory;
    private final HistoryWords words;

    HistoryController(HistoryList list, Directory directory, HistoryWords words) {
        this.list = list;
        this.directory = directory;
        this.words = words;
    }

    /** A case as a line of the list, in words. */
    record Line(
            String reference,
            String kind,
            String school,
            String opened,
            String closed,
            int held,
            int missed,
            boolean escalated) {}

    record Option(String value, String label) {}

    @GetMapping("/history")
    String find(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String deadline,
            @RequestParam(defaultValue = "false") boolean escalated,
            @RequestParam(required = false) String page,
            Locale locale,
            Model model) {
        HistoryFilter filter = new HistoryFilter(
                HistoryFilter.reference(q),
                HistoryFilter.given(kind),
                number(school),
                from,
                to,
                HistoryFilter.given(state),
                HistoryFilter.given(deadline),
                escalated,
                number(page));
        int count = list.count(reader, filter);
        int pages = Math.max(1, (count + HistoryFilter.PAGE_SIZE - 1) / HistoryFilter.PAGE_SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("count", count);
        model.addAttribute("pages", pages);
        model.addAttribute("before", filter.number() > 1 ? filter.at(Math.min(filter.number() - 1, pages)) : null);
        model.addAttribute("after", filter.number() < pages ? filter.at(filter.number() + 1) : null);
        model.addAttribute("cases", lines(reader, filter, locale));
        model.addAttribute("schools", directory.schools());
        model.addAttribute(
                "kinds",
                list.kinds(reader).stream().map(k -> new Option(k, words.kind(k, locale))).toList());
        return "history/list";
    }

    /** Narrows the list. What was typed is looked at before it can stand in an address: it may be a name. */
    @PostMapping("/history")
    String narrow(@RequestParam Map<String, String> asked) {
        HistoryFilter filter = new HistoryFilter(
                HistoryFilter.reference(asked.get("q")),
                HistoryFilter.given(asked.get("kind")),
                number(asked.get("school")),
                HistoryFilter.day(asked.get("from")),
                HistoryFilter.day(asked.get("to")),
                HistoryFilter.given(asked.get("state")),
                HistoryFilter.given(asked.get("deadline")),
                Boolean.parseBoolean(asked.get("escalated")),
                1);
        return "redirect:" + filter.at(1);
    }

    private List<Line> lines(Reader reader, HistoryFilter filter, Locale locale) {
        Map<Integer, String> schools =
                directory.schools().stream().collect(Collectors.toMap(School::id, School::name));
        return list.page(reader, filter).stream()
                .map(c -> new Line(
                        c.reference(),
                        words.kind(c.kind(), locale),
                        schools.getOrDefault(c.schoolId(), ""),
                        words.day(c.opened(), locale),
                        words.day(c.closed(), locale),
                        c.held(),
                        c.missed(),
                        c.escalated()))
                .toList();
    }

    private static Integer number(String text) {
        return text != null && text.strip().matches("\\d{1,6}") ? Integer.valueOf(text.strip()) : null;
    }
}
