package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.ClosureRules;
import no.omtanke.calendar.SchoolClosure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One holiday, planning day or day that a school is closed: typed, corrected or taken away. */
@Controller
class ClosureController {

    private static final String NEW = "new";

    private final CalendarPlaces places;
    private final ClosureRegister register;
    private final ClosureRules rules;
    private final CalendarCheck check;
    private final AdministrationWords words;

    ClosureController(
            CalendarPlaces places, ClosureRegister register, ClosureRules rules, CalendarCheck check, AdministrationWords words) {
        this.places = places;
        this.register = register;
        this.rules = rules;
        this.check = check;
        this.words = words;
    }

    @GetMapping("/administration/calendar/{slug}/{year:\\d{4}}/closures/{closure:new|\\d{1,18}}")
    String ask(@PathVariable String slug, @PathVariable int year, @PathVariable String closure, Model page) {
        CalendarPlace place = places.of(slug, year);
        Map<String, String> said = closure.equals(NEW)
                ? Map.of("kind", place.school() == null ? ClosureKind.HOLIDAY.id() : ClosureKind.PLANNING.id())
                : said(known(place, closure));
        return form(place, closure, said, Map.of(), page);
    }

    @PostMapping("/administration/calendar/{slug}/{year:\\d{4}}/closures/{closure:new|\\d{1,18}}")
    String look(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable int year,
            @PathVariable String closure,
            @RequestParam Map<String, String> said,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        CalendarPlace place = places.of(slug, year);
        List<SchoolClosure> ends = closure.equals(NEW) ? List.of() : List.of(known(place, closure));
        if (said.getOrDefault("action", "").equals("remove") && !ends.isEmpty()) {
            return check.show(reader, new CalendarProposal(place, "remove", ends, List.of()), locale, page);
        }
        ClosureRules.Judged judged = rules.judge(
                place.schoolId(),
                said.getOrDefault("from", ""),
                said.getOrDefault("to", ""),
                said.getOrDefault("name", ""),
                said.getOrDefault("kind", ""),
                ends.isEmpty() ? Set.of() : Set.of(ends.get(0).id()));
        if (judged.closure().isEmpty()) {
            response.setStatus(422);
            judged.met().ifPresent(other -> page.addAttribute(
                    "met", other.name() + ", " + words.days(other.from(), other.to(), locale)));
            return form(place, closure, said, judged.problems(), page);
        }
        return check.show(
                reader,
                new CalendarProposal(place, ends.isEmpty() ? "add" : "change", ends, List.of(judged.closure().get())),
                locale,
                page);
    }

    private String form(CalendarPlace place, String closure, Map<String, String> said, Map<String, String> problems, Model page) {
        page.addAttribute("school", place.school());
        page.addAttribute("path", place.path());
        page.addAttribute("yearName", CalendarController.name(place.year()));
        page.addAttribute("closure", closure);
        page.addAttribute("fresh", closure.equals(NEW));
        page.addAttribute("said", said);
        page.addAttribute("problems", problems);
        page.addAttribute("kinds", ClosureKind.ids());
        page.addAttribute("least", place.year().first());
        return "administration/closure";
    }

    private SchoolClosure known(CalendarPlace place, String closure) {
        return register.find(Long.parseLong(closure))
                .filter(one -> java.util.Objects.equals(one.schoolId(), place.schoolId()))
                .orElseThrow(AdministrationController::notFound);
    }

    private static Map<String, String> said(SchoolClosure closure) {
        return Map.of(
                "name", closure.name(),
                "kind", closure.kind().id(),
                "from", closure.from().toString(),
                "to", closure.from().equals(closure.to()) ? "" : closure.to().toString());
    }
}
