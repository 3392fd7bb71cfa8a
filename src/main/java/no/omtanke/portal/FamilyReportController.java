package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The report, page by page. Whatever is posted is kept before anything else is done with it. */
@Controller
class FamilyReportController {

    private final ReportDoors doors;
    private final ReportPages pages;
    private final ReportPost post;
    private final CheckPost check;
    private final VisitorDrafts drafts;

    FamilyReportController(ReportDoors doors, ReportPages pages, ReportPost post, CheckPost check, VisitorDrafts drafts) {
        this.doors = doors;
        this.pages = pages;
        this.post = post;
        this.check = check;
        this.drafts = drafts;
    }

    @GetMapping({"/meld", "/meld/{name}", "/meld/skjema/{invitation}"})
    String show(
            @PathVariable(required = false) String name,
            @PathVariable(required = false) UUID invitation,
            @RequestParam(required = false) String side,
            @RequestParam(required = false) String lagret,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Optional<Visitor> visitor = TokenCookie.REPORT.read(request).map(Visitor::of);
        ReportDoor door = door(name, invitation, visitor);
        Optional<Typed> draft = visitor.flatMap(v -> drafts.load(v, door.purpose()));
        Typed typed = door.filled(draft.orElse(Typed.empty()));
        if (ReportPages.CHECK.equals(side)) {
            Problems problems = pages.problems(door, typed, null, locale);
            if (problems.isEmpty()) {
                return pages.check(model, door, typed, locale);
            }
            int page = problems.list().get(0).page();
            return pages.page(model, door, typed, page, pages.problems(door, typed, page, locale), null, locale);
        }
        boolean resumed = side == null && draft.isPresent();
        String notice = lagret != null ? "meld.notice.saved" : resumed ? "meld.notice.resumed" : null;
        int page = pages.page(door, typed, resumed ? typed.text(ReportPost.SIDE) : side, locale);
        return pages.page(model, door, typed, page, Problems.none(), notice, locale);
    }

    @PostMapping({"/meld", "/meld/{name}", "/meld/skjema/{invitation}"})
    String post(
            @PathVariable(required = false) String name,
            @PathVariable(required = false) UUID invitation,
            @RequestParam(required = false) String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Visitor> visitor = TokenCookie.REPORT.read(request).map(Visitor::of);
        ReportDoor door = door(name, invitation, visitor);
        Exchange with = new Exchange(request, response, model, locale);
        return ReportPages.CHECK.equals(side) && visitor.isPresent()
                ? check.take(door, visitor.get(), with)
                : post.take(door, side, with);
    }

    private ReportDoor door(String name, UUID invitation, Optional<Visitor> visitor) {
        return invitation == null ? doors.named(name) : doors.invited(invitation, visitor);
    }
}
