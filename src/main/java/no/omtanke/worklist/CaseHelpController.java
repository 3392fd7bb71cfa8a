package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.involvement.Asking;
import no.omtanke.involvement.Asking.Overview;
import no.omtanke.involvement.Consent;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.involvement.Share;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was asked to help in a case, what they can read now, and whose consent that rests on; there more is shared, and taken back. */
@Controller
class CaseHelpController {

    private final Asking asking;
    private final HelpPieces pieces;
    private final ConsentDoor consents;
    private final PupilsScreen screen;
    private final Directory directory;
    private final Dates dates;

    CaseHelpController(
            Asking asking,
            HelpPieces pieces,
            ConsentDoor consents,
            PupilsScreen screen,
            Directory directory,
            Dates dates) {
        this.asking = asking;
        this.pieces = pieces;
        this.consents = consents;
        this.screen = screen;
        this.directory = directory;
        this.dates = dates;
    }

    record Line(UUID id, String body, String state, String asked, boolean reads, String pupil) {}

    record ConsentLine(String who, String state, String until, boolean counts, boolean link) {}

    record ShareLine(UUID id, String title, String basis, boolean keptOut) {}

    @GetMapping("/cases/{reference}/help")
    String list(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = open(reader, reference);
        page.addAttribute("reference", open.file().reference());
        page.addAttribute("open", open.file().open());
        page.addAttribute("helps", asking.of(open).stream().map(one -> line(open, one, locale)).toList());
        return "worklist/help";
    }

    @GetMapping("/cases/{reference}/help/{id:[0-9a-f-]{36}}")
    String show(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID id,
            Locale locale,
            Model page) {
        OpenCase open = open(reader, reference);
        return page(open, one(open, id), HelpPieces.none(), page, locale);
    }

    @PostMapping("/cases/{reference}/help/{id:[0-9a-f-]{36}}")
    String change(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        Overview one = one(open, id);
        String note = "";
        if (action.equals("more")) {
            HelpPieces.Chosen chosen = HelpPieces.from(request);
            if (!chosen.unfounded().isEmpty()) {
                response.setStatus(422);
                return page(open, one, chosen, page, locale);
            }
            note = asking.shareMore(reader, open, id, chosen.pieces()) ? "help-more" : "help-is-over";
        } else if (action.equals("finish")) {
            asking.finish(reader, open, id);
            note = "help-finished";
        } else if (action.startsWith("back-")) {
            HelpPieces.id(action.substring("back-".length())).ifPresent(piece -> asking.takeBack(reader, open, id, piece));
            note = "help-taken-back";
        } else if (action.equals("screen")) {
            long pupil = consents.pupilAsked(id).orElseThrow(TaskDoor::notFound);
            screen.giveForConsent(id, pupil, request, response);
            return "redirect:/samtykke";
        }
        if (!note.isEmpty()) {
            flash.addFlashAttribute("note", note);
        }
        return "redirect:/cases/" + open.file().reference() + "/help/" + id;
    }

    private String page(OpenCase open, Overview one, HelpPieces.Chosen chosen, Model page, Locale locale) {
        page.addAttribute("reference", open.file().reference());
        page.addAttribute("help", line(open, one, locale));
        page.addAttribute("running", one.involvement().open());
        page.addAttribute("needsConsent", one.involvement().needsConsent());
        page.addAttribute("shareName", one.involvement().shareName());
        page.addAttribute("consents", one.consents().stream().map(c -> consent(one, c, locale)).toList());
        page.addAttribute("screen", consents.pupilAsked(one.involvement().id()).isPresent());
        Set<UUID> shared = one.shares().stream()
                .filter(s -> s.entry() == null || !s.entry().equals(one.involvement().question()))
                .map(s -> s.entry() != null ? s.entry() : s.document())
                .collect(Collectors.toSet());
        List<HelpPieces.Line> all = pieces.lines(open, chosen, Set.of(), locale);
        page.addAttribute("shares", one.shares().stream().flatMap(s -> share(one, s, all).stream()).toList());
        page.addAttribute("pieces", all.stream().filter(l -> !shared.contains(l.id())).toList());
        page.addAttribute("unfounded", chosen.unfounded());
        page.addAttribute("bases", Asking.BASES);
        page.addAttribute("more", true);
        return "worklist/help-one";
    }

    private static Optional<ShareLine> share(Overview one, Share share, List<HelpPieces.Line> all) {
        UUID id = share.entry() != null ? share.entry() : share.document();
        return all.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(line -> new ShareLine(id, line.title(), share.basis(), one.keptOut(share)));
    }

    private ConsentLine consent(Overview one, Consent consent, Locale locale) {
        return new ConsentLine(
                directory.person(consent.person()).map(Person::name).orElse("?"),
                consent.state(),
                consent.until() == null ? null : dates.day(consent.until(), locale),
                one.mustConsent().contains(consent.person()),
                !one.withoutLink().contains(consent.person()));
    }

    private Line line(OpenCase open, Overview one, Locale locale) {
        return new Line(
                one.involvement().id(),
                one.body().name(),
                one.involvement().state(),
                dates.moment(one.involvement().askedAt(), locale),
                one.reads(),
                open.parties().stream()
                        .filter(p -> p.id().equals(one.involvement().pupil()))
                        .map(Party::name)
                        .findFirst()
                        .orElse(null));
    }

    private OpenCase open(Reader reader, String reference) {
        return asking.open(reader, reference).orElseThrow(TaskDoor::notFound);
    }

    private Overview one(OpenCase open, UUID id) {
        return asking.find(open, id).orElseThrow(TaskDoor::notFound);
    }
}
