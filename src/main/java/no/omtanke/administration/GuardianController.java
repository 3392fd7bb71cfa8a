package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardianship;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.School;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who may see what concerns a pupil, as a guardian. Not for the school's leadership, whom a guardian may have reported: they end a
 * guardian's link in the case, and ask here for more. Nobody decides about themselves.
 */
@Controller
class GuardianController {

    private final Directory directory;
    private final GuardianChanges changes;
    private final AdministrationWords words;

    GuardianController(Directory directory, GuardianChanges changes, AdministrationWords words) {
        this.directory = directory;
        this.changes = changes;
        this.words = words;
    }

    record PupilLine(long id, String name) {}

    record Group(String name, List<PupilLine> pupils) {}

    record GuardianLine(long id, String name, String standing, List<String> actions) {}

    record ChangeLine(String what, String guardian, String by, String when) {}

    @GetMapping("/administration/schools/{slug}/pupils")
    String pupils(@PathVariable String slug, Model page) {
        School school = school(slug);
        page.addAttribute("school", school);
        Map<String, List<PupilLine>> classes = new LinkedHashMap<>();
        for (PupilEntry p : directory.pupils(school.id())) {
            classes.computeIfAbsent(p.className(), c -> new ArrayList<>())
                    .add(new PupilLine(p.person().id(), p.person().name()));
        }
        page.addAttribute(
                "classes", classes.entrySet().stream().map(c -> new Group(c.getKey(), c.getValue())).toList());
        return "administration/pupils";
    }

    @GetMapping("/administration/schools/{slug}/pupils/{pupil}")
    String guardians(
            @AuthenticationPrincipal Reader reader, @PathVariable String slug, @PathVariable long pupil, Locale locale, Model page) {
        School school = school(slug);
        return show(reader, school, pupil(school, pupil), locale, page);
    }

    @PostMapping("/administration/schools/{slug}/pupils/{pupil}")
    String change(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable long pupil,
            @RequestParam long guardian,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String sure,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        School school = school(slug);
        PupilEntry entry = pupil(school, pupil);
        Guardianship now = directory.guardianshipsOf(pupil).stream()
                .filter(g -> g.person().id() == guardian && guardian != reader.personId())
                .findFirst()
                .orElseThrow(AdministrationController::notFound);
        GuardianAction wanted = GuardianAction.named(action).orElseThrow(AdministrationController::notFound);
        if (!GuardianAction.of(now.standing()).contains(wanted)) {
            // Somebody else was first.
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            page.addAttribute("changed", now.person().name());
            return show(reader, school, entry, locale, page);
        }
        if (wanted.opens() && !sure.equals("yes")) {
            page.addAttribute("school", school);
            page.addAttribute("pupil", entry.person());
            page.addAttribute("guardian", now.person());
            page.addAttribute("action", wanted.code());
            return "administration/guardian-check";
        }
        changes.change(reader, pupil, guardian, wanted);
        return "redirect:/administration/schools/" + school.slug() + "/pupils/" + pupil + "?done";
    }

    private String show(Reader reader, School school, PupilEntry pupil, Locale locale, Model page) {
        page.addAttribute("school", school);
        page.addAttribute("pupil", pupil.person());
        page.addAttribute("className", pupil.className());
        page.addAttribute("guardians", directory.guardianshipsOf(pupil.person().id()).stream()
                .map(g -> line(g, reader))
                .toList());
        page.addAttribute("changes", changes.of(pupil.person().id()).stream()
                .map(c -> new ChangeLine(
                        c.what(), words.name(c.guardian()), words.name(c.by()), words.time(c.at(), locale)))
                .toList());
        return "administration/pupil";
    }

    private static GuardianLine line(Guardianship one, Reader reader) {
        List<String> actions = one.person().id() == reader.personId()
                ? List.of()
                : GuardianAction.of(one.standing()).stream().map(GuardianAction::code).toList();
        return new GuardianLine(
                one.person().id(),
                one.person().name(),
                one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                actions);
    }

    private School school(String slug) {
        return directory.schoolBySlug(slug).orElseThrow(AdministrationController::notFound);
    }

    private PupilEntry pupil(School school, long id) {
        return directory.pupil(id)
                .filter(p -> p.schoolId() == school.id())
                .orElseThrow(AdministrationController::notFound);
    }
}
