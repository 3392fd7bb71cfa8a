package no.omtanke.worklist;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what is searched for and leads to the list; the list's other filters come along. */
@Controller
class SearchController {

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    @PostMapping("/tasks/search")
    String tasks(@RequestParam Map<String, String> asked, HttpSession session) {
        return "redirect:"
                + ListAddress.of(asked, searches.keep(session, asked.get("q"))).page(1).path();
    }

    @PostMapping("/cases/search")
    String cases(@RequestParam Map<String, String> asked, HttpSession session) {
        return "redirect:"
                + CaseListController.path(asked.get("state"), searches.keep(session, asked.get("q")), 1);
    }
}
