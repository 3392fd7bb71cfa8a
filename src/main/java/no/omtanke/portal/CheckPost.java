package no.omtanke.portal;

import java.util.Objects;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.stereotype.Component;

/** What the buttons on the page before sending do. */
@Component
class CheckPost {

    private final ReportPages pages;
    private final VisitorDrafts drafts;
    private final Sending sending;

    CheckPost(ReportPages pages, VisitorDrafts drafts, Sending sending) {
        this.pages = pages;
        this.drafts = drafts;
        this.sending = sending;
    }

    String take(ReportDoor door, Visitor visitor, Exchange with) {
        Typed typed = door.filled(drafts.load(visitor, door.purpose()).orElse(Typed.empty()));
        String check = door.path() + "?side=" + ReportPages.CHECK;
        String action = Objects.requireNonNullElse(with.request().getParameter("action"), "");
        if (action.equals("back")) {
            int after = pages.form(door).pages().size();
            return "redirect:" + ReportPages.address(door, pages.page(door, typed, "" + after, with.locale()));
        }
        if (!action.equals("send") || ReportDenied.was(with.request())) {
            return "redirect:" + check;
        }
        boolean trapFilled = !Objects.requireNonNullElse(with.request().getParameter("nettsted"), "").isEmpty();
        Sending.Outcome outcome =
                sending.send(visitor, door, with.locale(), with.request().getRemoteAddr(), trapFilled);
        if (outcome instanceof Sending.Outcome.Taken) {
            return "redirect:" + door.sent();
        }
        if (outcome instanceof Sending.Outcome.Wait wait) {
            with.model().addAttribute("seconds", wait.seconds());
            with.model().addAttribute("formAction", check);
            return "portal/wait";
        }
        if (outcome instanceof Sending.Outcome.Nothing) {
            return pages.again(door, typed, 0, Problems.none(), "meld.notice.nothing", with);
        }
        if (outcome instanceof Sending.Outcome.Nobody) {
            return pages.again(door, typed, 0, Problems.none(), "meld.notice.no-nurse", with);
        }
        int page = pages.problems(door, typed, null, with.locale()).list().get(0).page();
        return pages.again(door, typed, page, pages.problems(door, typed, page, with.locale()), null, with);
    }
}
