package no.omtanke.portal;

import java.util.Objects;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the buttons on a report's pages do. */
@Component
class ReportPost {

    /** The page the visitor was on last. */
    static final String SIDE = "_side";

    private final ReportPages pages;
    private final VisitorDrafts drafts;
    private final Uploads uploads;
    private final Forms forms;

    ReportPost(ReportPages pages, VisitorDrafts drafts, Uploads uploads, Forms forms) {
        this.pages = pages;
        this.drafts = drafts;
        this.uploads = uploads;
        this.forms = forms;
    }

    String take(ReportDoor door, String side, Exchange with) {
        boolean denied = ReportDenied.was(with.request());
        Typed posted = Typed.from(with.request().getParameterMap());
        int page = pages.page(door, posted, side, with.locale());
        if (denied && with.request().getCookies() == null) {
            // Nothing could be kept for a browser that brings nothing back: the page itself carries the text.
            Typed carried = Typed.empty().merge(posted, pages.form(door).fields(page));
            return pages.again(door, carried, page, Problems.none(), "meld.notice.cookies", with);
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(with.request(), with.response()));
        String action = denied ? "kept" : Objects.requireNonNullElse(with.request().getParameter("action"), "next");
        if (action.equals("discard")) {
            drafts.delete(visitor, door.purpose());
            return "redirect:/?slettet";
        }
        keep(door, visitor, posted, page, action);
        Problems refused = upload(door, visitor, with);
        Typed typed = drafts.load(visitor, door.purpose()).orElseThrow();
        if (!refused.isEmpty()) {
            return pages.again(door, typed, page, refused, null, with);
        }
        return switch (action) {
            case "kept" -> pages.again(door, typed, page, Problems.none(), "meld.notice.kept", with);
            case "save" -> saved(door, page, with);
            case "back" -> "redirect:" + pages.neighbour(door, typed, page, -1, with.locale());
            case "next" -> next(door, typed, page, with);
            default -> "redirect:" + ReportPages.address(door, page);
        };
    }

    /** Keeps what was typed, and nothing else: whoever typed it may not come in any more. */
    void keep(ReportDoor door, Visitor visitor, String side, Exchange with) {
        Typed posted = Typed.from(with.request().getParameterMap());
        keep(door, visitor, posted, pages.page(door, posted, side, with.locale()), "save");
    }

    private void keep(ReportDoor door, Visitor visitor, Typed posted, int page, String action) {
        FormDefinition form = pages.form(door);
        drafts.change(
                visitor,
                door.purpose(),
                t -> door.filled(forms.edit(form, t.merge(posted, form.fields(page)), action))
                        .with(SIDE, String.valueOf(page + 1)));
    }

    private Problems upload(ReportDoor door, Visitor visitor, Exchange with) {
        Problems[] refused = {Problems.none()};
        drafts.change(visitor, door.purpose(), t -> {
            Uploads.Taken taken = uploads.take(with.request(), pages.form(door), t, with.locale());
            refused[0] = taken.problems();
            return taken.typed();
        });
        return refused[0];
    }

    private static String saved(ReportDoor door, int page, Exchange with) {
        if (with.request().getHeader("X-Autosave") != null) {
            with.response().setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return "redirect:" + ReportPages.address(door, page) + "&lagret";
    }

    private String next(ReportDoor door, Typed typed, int page, Exchange with) {
        Problems problems = pages.problems(door, typed, page, with.locale());
        if (!problems.isEmpty()) {
            return pages.again(door, typed, page, problems, null, with);
        }
        boolean changing = with.request().getParameter("endre") != null;
        return "redirect:"
                + (changing
                        ? door.path() + "?side=" + ReportPages.CHECK
                        : pages.neighbour(door, typed, page, 1, with.locale()));
    }
}
