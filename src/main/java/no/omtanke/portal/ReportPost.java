package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the buttons of a report do. */
@Component
class ReportPost {

    /** The page the visitor was on last. */
    static final String SIDE = "_side";

    private final ReportPages pages;
    private final VisitorDrafts drafts;
    private final Uploads uploads;
    private final Sending sending;
    private final Forms forms;

    ReportPost(ReportPages pages, VisitorDrafts drafts, Uploads uploads, Sending sending, Forms forms) {
        this.pages = pages;
        this.drafts = drafts;
        this.uploads = uploads;
        this.sending = sending;
        this.forms = forms;
    }

    String take(
            ReportDoor door,
            String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        boolean denied = ReportDenied.was(request);
        Typed posted = Typed.from(request.getParameterMap());
        if (denied && request.getCookies() == null) {
            // Nothing could be kept for a browser that brings nothing back: the page itself carries the text.
            Typed carried = Typed.empty().merge(posted, pages.form(door).fields(page(door, posted, side, locale)));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            int page = page(door, carried, side, locale);
            return pages.page(model, door, carried, page, Problems.none(), "meld.notice.cookies", locale);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(request, response));
        String action = denied ? "kept" : Objects.requireNonNullElse(request.getParameter("action"), "next");
        if (ReportPages.CHECK.equals(side)) {
            return fromCheck(door, visitor, action, request, response, model, locale);
        }
        if (action.equals("discard")) {
            drafts.delete(visitor, door.purpose());
            return "redirect:/?slettet";
        }
        int page = page(door, posted, side, locale);
        FormDefinition form = pages.form(door);
        Typed typed = drafts.change(
                visitor,
                door.purpose(),
                t -> ReportController.withSchool(door, forms.edit(form, t.merge(posted, form.fields(page)), action))
                        .with(SIDE, String.valueOf(page + 1)));
        Problems refused = upload(door, visitor, request, form, locale);
        if (!refused.isEmpty()) {
            typed = drafts.load(visitor, door.purpose()).orElse(typed);
            return again(door, typed, page, refused, null, response, model, locale);
        }
        return switch (action) {
            case "kept" -> again(door, typed, page, Problems.none(), "meld.notice.kept", response, model, locale);
            case "save" -> saved(door, page, request, response);
            case "back" -> "redirect:" + pages.neighbour(door, typed, page, -1, locale);
            case "next" -> next(door, visitor, page, request, response, model, locale);
            default -> "redirect:" + ReportPages.address(door, page);
        };
    }

    private Problems upload(
            ReportDoor door, Visitor visitor, HttpServletRequest request, FormDefinition form, Locale locale) {
        Problems[] refused = {Problems.none()};
        drafts.change(visitor, door.purpose(), t -> {
            Uploads.Taken taken = uploads.take(request, form, t, locale);
            refused[0] = taken.problems();
            return taken.typed();
        });
        return refused[0];
    }

    private static String saved(ReportDoor door, int page, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("X-Autosave") != null) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return "redirect:" + ReportPages.address(door, page) + "&lagret";
    }

    private String next(
            ReportDoor door,
            Visitor visitor,
            int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Typed typed = drafts.load(visitor, door.purpose()).orElseThrow();
        Problems problems = pages.problems(door, typed, page, locale);
        if (!problems.isEmpty()) {
            return again(door, typed, page, problems, null, response, model, locale);
        }
        return "redirect:"
                + (request.getParameter("endre") != null
                        ? door.path() + "?side=" + ReportPages.CHECK
                        : pages.neighbour(door, typed, page, 1, locale));
    }

    private String fromCheck(
            ReportDoor door,
            Visitor visitor,
            String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Typed typed = ReportController.withSchool(door, drafts.load(visitor, door.purpose()).orElse(Typed.empty()));
        if (action.equals("back")) {
            int last = pages.form(door).pages().size();
            return "redirect:" + pages.neighbour(door, typed, last, -1, locale);
        }
        if (!action.equals("send")) {
            return "redirect:" + door.path() + "?side=" + ReportPages.CHECK;
        }
        boolean trapFilled = !Objects.requireNonNullElse(request.getParameter("nettsted"), "").isEmpty();
        Sending.Outcome outcome = sending.send(visitor, door, locale, request.getRemoteAddr(), trapFilled);
        if (outcome instanceof Sending.Outcome.Taken) {
            return "redirect:/meld/sendt";
        }
        if (outcome instanceof Sending.Outcome.Wait wait) {
            model.addAttribute("seconds", wait.seconds());
            model.addAttribute("formAction", door.path() + "?side=" + ReportPages.CHECK);
            return "portal/wait";
        }
        if (outcome instanceof Sending.Outcome.Nothing) {
            return again(door, typed, 0, Problems.none(), "meld.notice.nothing", response, model, locale);
        }
        int page = pages.problems(door, typed, null, locale).list().get(0).page();
        return again(door, typed, page, pages.problems(door, typed, page, locale), null, response, model, locale);
    }

    private int page(ReportDoor door, Typed typed, String side, Locale locale) {
        return pages.page(door, typed, side, locale);
    }

    private String again(
            ReportDoor door,
            Typed typed,
            int page,
            Problems problems,
            String notice,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return pages.page(model, door, typed, page, problems, notice, locale);
    }
}
