package no.omtanke.worklist;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.leave.ClassLeave;
import no.omtanke.leave.ClassLeave.Away;
import no.omtanke.leave.LeaveBatch;
import no.omtanke.leave.LeaveBatch.Ready;
import no.omtanke.leave.Period;
import no.omtanke.network.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plain applications for leave decided together, and who of a class is away. */
@Controller
class LeaveController {

    private final LeaveBatch batch;
    private final ClassLeave classes;
    private final Dates dates;

    LeaveController(LeaveBatch batch, ClassLeave classes, Dates dates) {
        this.batch = batch;
        this.classes = classes;
        this.dates = dates;
    }

    /** Applications for the same days. Public because the template engine reads it. */
    public record SameDays(String days, List<Ready> ready) {}

    /** A class and who of it is away. Public because the template engine reads it. */
    public record AwayClass(long id, String name, List<AwayLine> away) {}

    /** One pupil. Public because the template engine reads it. */
    public record AwayLine(String pupil, String days, int schoolDays) {}

    @GetMapping("/leave/batch")
    String list(@AuthenticationPrincipal Reader reader, Locale locale, Model page) {
        Map<Period, List<Ready>> byDays = batch.ready(reader, locale).stream()
                .collect(Collectors.groupingBy(Ready::asked, LinkedHashMap::new, Collectors.toList()));
        page.addAttribute(
                "groups",
                byDays.entrySet().stream()
                        .map(days -> new SameDays(days(days.getKey(), locale), days.getValue()))
                        .toList());
        return "worklist/leave-batch";
    }

    /** Nothing is decided yet: every one is shown with its reason and what will stand in the decision. */
    @PostMapping("/leave/batch")
    String review(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) List<String> task,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        var proposed = batch.proposed(reader, chosen(task), locale);
        if (proposed.isEmpty()) {
            flash.addFlashAttribute("none", true);
            return "redirect:/leave/batch";
        }
        page.addAttribute("proposed", proposed);
        return "worklist/leave-review";
    }

    @PostMapping("/leave/batch/decide")
    String decide(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) List<String> task,
            Locale locale,
            RedirectAttributes flash) {
        flash.addFlashAttribute("decided", batch.decide(reader, chosen(task), locale));
        return "redirect:/leave/batch";
    }

    @GetMapping("/leave/class")
    String away(@AuthenticationPrincipal Reader reader, Locale locale, Model page) {
        Map<Long, List<Away>> byClass = classes.from(reader).stream()
                .collect(Collectors.groupingBy(Away::classId, LinkedHashMap::new, Collectors.toList()));
        page.addAttribute(
                "classes",
                byClass.values().stream()
                        .map(away -> new AwayClass(
                                away.get(0).classId(),
                                away.get(0).className(),
                                away.stream()
                                        .map(one -> new AwayLine(one.pupil(), days(one.period(), locale), one.days()))
                                        .toList()))
                        .toList());
        return "worklist/leave-class";
    }

    @GetMapping("/leave/class/{id:\\d{1,18}}/calendar")
    ResponseEntity<byte[]> calendar(@AuthenticationPrincipal Reader reader, @PathVariable long id, Locale locale) {
        byte[] file = classes.calendar(reader, id, locale);
        if (file == null) {
            throw TaskDoor.notFound();
        }
        return Download.of("fri.ics", "text/calendar;charset=" + StandardCharsets.UTF_8.name(), file);
    }

    private String days(Period period, Locale locale) {
        String first = dates.day(period.first(), locale);
        return period.first().equals(period.last()) ? first : first + " – " + dates.day(period.last(), locale);
    }

    private static Set<String> chosen(List<String> task) {
        return task == null ? Set.of() : new LinkedHashSet<>(task);
    }
}
