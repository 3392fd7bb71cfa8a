package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.concern.Invitations;
import no.omtanke.organization.School;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Send skjema»: an employee sends the form to a pupil's guardians. */
@Controller
class SendFormController {

    private static final Duration SAME_PRESS = Duration.ofMinutes(2);

    private final Invitations invitations;
    private final Invitees invitees;
    private final Workplaces workplaces;
    private final Clock clock;

    SendFormController(Invitations invitations, Invitees invitees, Workplaces workplaces, Clock clock) {
        this.invitations = invitations;
        this.invitees = invitees;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    // The second address answers a GET too: the language links ask for it.
    @GetMapping({"/reports/send-form", "/reports/send-form/pupil"})
    String ask(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            Locale locale,
            Model page) {
        return show(reader, school, "", null, locale, page);
    }

    /** A POST although nothing changes: a pupil's name never stands in an address. */
    @PostMapping("/reports/send-form/pupil")
    String choose(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String pupil,
            Locale locale,
            Model page) {
        return show(reader, school, pupil, null, locale, page);
    }

    @PostMapping("/reports/send-form")
    String send(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam long pupil,
            @RequestParam(name = "guardian", defaultValue = "") List<Long> guardians,
            Locale locale,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        School chosen = Workplaces.chosen(workplaces.of(reader), school);
        if (chosen == null) {
            throw TaskDoor.notFound();
        }
        PupilChoice child = invitees.pupil(chosen.id(), pupil).orElseThrow(TaskDoor::notFound);
        List<GuardianChoice> to = invitees.guardians(pupil).stream()
                .filter(g -> g.address() != null && guardians.contains(g.id()))
                .toList();
        if (to.isEmpty()) {
            response.setStatus(422);
            return show(reader, school, child.label(), "guardian", locale, page);
        }
        to.stream()
                .filter(g -> !justSent(reader, pupil, g.id()))
                .forEach(g -> invitations.send(chosen.id(), pupil, g.id(), reader.personId()));
        flash.addFlashAttribute("note", "sent-form");
        flash.addFlashAttribute("noteWho", String.join(", ", to.stream().map(GuardianChoice::name).toList()));
        return "redirect:/reports/send-form?school=" + chosen.id();
    }

    // The button pressed twice sends one mail.
    private boolean justSent(Reader reader, long pupil, long guardian) {
        Instant since = clock.instant().minus(SAME_PRESS);
        return invitations.sentBy(reader.personId()).stream()
                .anyMatch(i ->
                        i.pupilId() == pupil && i.guardianId() == guardian && i.createdAt().isAfter(since));
    }

    private String show(Reader reader, String school, String pupil, String problem, Locale locale, Model page) {
        List<School> schools = workplaces.of(reader);
        School chosen = Workplaces.chosen(schools, school);
        if (chosen == null) {
            page.addAttribute("schools", schools);
            page.addAttribute("path", "/reports/send-form");
            page.addAttribute("titleKey", "worklist.send-form");
            return "worklist/choose-school";
        }
        Optional<PupilChoice> child =
                pupil.isBlank() ? Optional.empty() : invitees.pupil(chosen.id(), pupil);
        page.addAttribute("problem", problem != null ? problem : !pupil.isBlank() && child.isEmpty() ? "pupil" : null);
        page.addAttribute("school", chosen);
        page.addAttribute("pupils", invitees.pupils(chosen.id()));
        page.addAttribute("typed", pupil);
        page.addAttribute("child", child.orElse(null));
        page.addAttribute("guardians", child.map(c -> invitees.guardians(c.id())).orElse(List.of()));
        page.addAttribute("sent", invitees.sentBy(reader.personId(), locale));
        return "worklist/send-form";
    }
}
