package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.portal.OtherSessions.Came;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of what somebody applies for. Whatever is posted is kept before anything else is done with it. */
@Controller
class ApplyFormController {

    private final OtherSessions sessions;
    private final ApplyDoors doors;
    private final ReportPages pages;
    private final ReportPost post;
    private final CheckPost check;
    private final VisitorDrafts drafts;
    private final CaseFiles cases;

    ApplyFormController(
            OtherSessions sessions,
            ApplyDoors doors,
            ReportPages pages,
            ReportPost post,
            CheckPost check,
            VisitorDrafts drafts,
            CaseFiles cases) {
        this.sessions = sessions;
        this.doors = doors;
        this.pages = pages;
        this.post = post;
        this.check = check;
        this.drafts = drafts;
        this.cases = cases;
    }

    @GetMapping("/sok/{application}")
    String show(
            @PathVariable String application,
            @RequestParam(required = false) String side,
            @RequestParam(required = false) String lagret,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Optional<Came> came = sessions.open(OwnPage.APPLYING, request);
        if (came.isEmpty()) {
            return sessions.closed(OwnPage.APPLYING, request, model);
        }
        ReportDoor door = doors.named(application, came.get().person()).orElseThrow(ApplyFormController::notFound);
        Optional<Typed> draft =
                TokenCookie.REPORT.read(request).map(Visitor::of).flatMap(v -> drafts.load(v, door.purpose()));
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

    @PostMapping("/sok/{application}")
    String post(
            @PathVariable String application,
            @RequestParam(required = false) String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Optional<Visitor> visitor = TokenCookie.REPORT.read(request).map(Visitor::of);
        Exchange with = new Exchange(request, response, model, locale);
        Optional<Came> came = sessions.open(OwnPage.APPLYING, request);
        if (came.isEmpty()) {
            return closed(application, side, visitor, with);
        }
        ReportDoor door = doors.named(application, came.get().person()).orElseThrow(ApplyFormController::notFound);
        return ReportPages.CHECK.equals(side) && visitor.isPresent()
                ? check.take(door, visitor.get(), with)
                : post.take(door, side, with);
    }

    // The half hour ended while somebody typed: it is theirs again with a new link.
    private String closed(String application, String side, Optional<Visitor> visitor, Exchange with) {
        Optional<ReportDoor> door = sessions.known(OwnPage.APPLYING, with.request())
                .flatMap(came -> doors.named(application, came.person()))
                .filter(d -> visitor.isPresent() && !ReportPages.CHECK.equals(side));
        door.ifPresent(d -> post.keep(d, visitor.orElseThrow(), side, with));
        String page = sessions.closed(OwnPage.APPLYING, with.request(), with.model());
        with.model().addAttribute("kept", door.isPresent());
        return page;
    }

    /** The confirmation, for the browser that sent it, for a day. */
    @GetMapping("/sok/sendt")
    String sent(HttpServletRequest request, Model model) {
        Optional<Typed> sent = TokenCookie.REPORT
                .read(request)
                .map(Visitor::of)
                .flatMap(v -> drafts.load(v, Sending.SENT))
                .filter(t -> !t.text("_what").isEmpty());
        if (sent.isEmpty()) {
            return "redirect:/sok";
        }
        List<String> references = sent.get().values("_cases").stream()
                .filter(id -> !id.isEmpty())
                .flatMap(id -> cases.file(UUID.fromString(id)).stream())
                .map(CaseFile::reference)
                .toList();
        model.addAttribute("references", references);
        model.addAttribute("what", sent.get().text("_what"));
        return "portal/apply-sent";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
