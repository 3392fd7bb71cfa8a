package no.omtanke.administration;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The schools, who works there, and what was handed over before. */
@Controller
class AdministrationController {

    private final Directory directory;
    private final Handovers handovers;
    private final AdministrationWords words;

    AdministrationController(Directory directory, Handovers handovers, AdministrationWords words) {
        this.directory = directory;
        this.handovers = handovers;
        this.words = words;
    }

    record PersonLine(long id, String name, String role) {}

    record KeptLine(UUID id, String when, String who, String school) {}

    record Line(String kind, String reference, String due, String to) {}

    @GetMapping("/administration")
    String begin(Locale locale, Model page) {
        page.addAttribute("schools", directory.schools());
        page.addAttribute(
                "kept",
                handovers.newest().stream()
                        .map(k -> new KeptLine(k.id(), words.day(k.at(), locale), words.name(k.leaver()), school(k.school())))
                        .toList());
        return "administration/start";
    }

    @GetMapping("/administration/schools/{slug}")
    String people(@PathVariable String slug, Locale locale, Model page) {
        School school = directory.schoolBySlug(slug).orElseThrow(AdministrationController::notFound);
        page.addAttribute("school", school);
        page.addAttribute(
                "people",
                directory.staff(school.id()).stream()
                        .map(e -> new PersonLine(
                                e.person().id(), e.person().name(), words.role(e.role(), e.deputy(), locale)))
                        .toList());
        return "administration/school";
    }

    @GetMapping("/administration/handovers/{id}")
    String kept(@AuthenticationPrincipal Reader reader, @PathVariable UUID id, Locale locale, Model page) {
        Handovers.Kept kept = handovers.find(id).orElseThrow(AdministrationController::notFound);
        page.addAttribute("who", words.name(kept.leaver()));
        page.addAttribute("school", school(kept.school()));
        page.addAttribute("by", words.name(kept.by()));
        page.addAttribute("when", words.time(kept.at(), locale));
        page.addAttribute("endsOn", words.day(kept.endsOn(), locale));
        List<Line> lines = handovers.lines(reader, id).stream()
                .map(l -> new Line(
                        l.kind(), l.reference(), words.day(l.due(), locale), l.to() == null ? null : words.name(l.to())))
                .toList();
        page.addAttribute("lines", lines);
        return "administration/handover";
    }

    private String school(int id) {
        return directory.school(id).map(School::name).orElse("?");
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
