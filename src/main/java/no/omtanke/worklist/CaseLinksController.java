package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The links that the family has to a case; one can be ended, and then its page closes where it is open. */
@Controller
class CaseLinksController {

    private final CaseGate gate;
    private final SecureLinks links;
    private final AccessLog log;
    private final Directory directory;
    private final Dates dates;
    private final MessageSource texts;

    CaseLinksController(
            CaseGate gate,
            SecureLinks links,
            AccessLog log,
            Directory directory,
            Dates dates,
            MessageSource texts) {
        this.gate = gate;
        this.links = links;
        this.log = log;
        this.directory = directory;
        this.dates = dates;
        this.texts = texts;
    }

    /** A recipient's newest link. Public because the template engine reads it. @param person 0 for one the directory does not know */
    public record Line(
            String to, String purpose, UUID subject, long person, String sent, String state, boolean canEnd) {}

    @GetMapping("/cases/{reference}/links")
    String show(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = open(reader, reference);
        page.addAttribute("reference", open.file().reference());
        page.addAttribute(
                "lines",
                links.ofCase(open.file().id()).stream().map(l -> line(l, locale)).toList());
        return "worklist/links";
    }

    @PostMapping("/cases/{reference}/links")
    String end(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @RequestParam LinkPurpose purpose,
            @RequestParam UUID subject,
            @RequestParam long person) {
        UUID caseId = open(reader, reference).file().id();
        Long whose = person == 0 ? null : person;
        links.ofCase(caseId).stream()
                .filter(l -> l.purpose() == purpose && l.subject().equals(subject))
                .filter(l -> whose == null ? l.personId() == null : whose.equals(l.personId()))
                .findFirst()
                .orElseThrow(TaskDoor::notFound);
        links.end(purpose, subject, whose, "staff");
        log.link(reader.personId(), caseId, reader.via(), true, "ended-staff");
        return "redirect:/cases/" + reference + "/links?ended";
    }

    private OpenCase open(Reader reader, String reference) {
        // Who has to do with one pupil does not hear of the other families.
        return gate.open(reader, reference, Part.CONTENT).filter(OpenCase::whole).orElseThrow(TaskDoor::notFound);
    }

    private Line line(SecureLinks.Sent link, Locale locale) {
        String to = link.personId() == null
                ? text(link.purpose() == LinkPurpose.INVOLVEMENT ? "worklist.links.body" : "worklist.links.reporter", locale)
                : directory.person(link.personId()).map(Person::name).orElse("?");
        return new Line(
                to,
                link.purpose().name(),
                link.subject(),
                link.personId() == null ? 0 : link.personId(),
                dates.moment(link.sentAt(), locale),
                state(link, locale),
                link.endedFor() == null && link.inTime());
    }

    private String state(SecureLinks.Sent link, Locale locale) {
        if (link.endedFor() != null) {
            return text("worklist.links.why." + link.endedFor(), locale);
        }
        if (link.usedAt() != null) {
            return text("worklist.links.used", locale, dates.moment(link.usedAt(), locale));
        }
        return text(link.inTime() ? "worklist.links.unused" : "worklist.links.over", locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return texts.getMessage(key, args, locale);
    }
}
