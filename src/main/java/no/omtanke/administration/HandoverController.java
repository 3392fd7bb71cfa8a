package no.omtanke.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.organization.StaffEntry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Everything that somebody has at a school, who shall have it, a check, and then all of it at once. */
@Controller
class HandoverController {

    private static final String NOBODY = "nobody";
    private static final String FOR = "for.";

    private final Succession succession;
    private final Directory directory;
    private final AdministrationWords words;

    HandoverController(Succession succession, Directory directory, AdministrationWords words) {
        this.succession = succession;
        this.directory = directory;
        this.words = words;
    }

    /** @param chosen what is chosen for this thing alone, or empty @param to who gets it, in words; null for nobody */
    record Row(String key, String kind, String reference, String due, String chosen, String to, boolean refused) {}

    record Candidate(String id, String name) {}

    /** Whose things, where. */
    private record Place(School school, StaffEntry leaver, List<Thing> things) {}

    @GetMapping("/administration/schools/{slug}/people/{person}/handover")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable long person,
            Locale locale,
            Model page) {
        Place place = place(reader, slug, person);
        return form(place, "", succession.today().toString(), Map.of(), Set.of(), page, locale);
    }

    @PostMapping("/administration/schools/{slug}/people/{person}/handover")
    String handOver(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable long person,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        Place place = place(reader, slug, person);
        String to = given(request, "to");
        String ends = given(request, "ends");
        Map<String, String> chosen = new LinkedHashMap<>();
        place.things().forEach(t -> chosen.put(t.key(), given(request, FOR + t.key())));
        Map<String, String> problems = problems(to, ends);
        String action = given(request, "action");
        if (!problems.isEmpty() || action.equals("change")) {
            page.addAttribute("problems", problems);
            response.setStatus(problems.isEmpty() ? 200 : 422);
            return form(place, to, ends, chosen, Set.of(), page, locale);
        }
        Choices choices = choices(to, chosen, LocalDate.parse(ends));
        Set<String> refused = succession.impossible(place.things(), choices, place.school().id(), person);
        if (!refused.isEmpty()) {
            return refused(place, to, ends, chosen, refused, response, page, locale);
        }
        if (!action.equals("send")) {
            return check(place, choices, to, ends, chosen, page, locale);
        }
        String[] seen = request.getParameterValues("seen");
        Succession.Outcome outcome =
                succession.handOver(reader, place.school().id(), person, choices, seen == null ? Set.of() : Set.of(seen));
        if (outcome instanceof Succession.Outcome.Done done) {
            return "redirect:/administration/handovers/" + done.handover();
        }
        Place now = place(reader, slug, person);
        if (outcome instanceof Succession.Outcome.Refused no) {
            return refused(now, to, ends, chosen, no.keys(), response, page, locale);
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        page.addAttribute("changed", true);
        return form(now, to, ends, chosen, Set.of(), page, locale);
    }

    private String refused(
            Place place,
            String to,
            String ends,
            Map<String, String> chosen,
            Set<String> keys,
            HttpServletResponse response,
            Model page,
            Locale locale) {
        response.setStatus(422);
        return form(place, to, ends, chosen, keys, page, locale);
    }

    private String form(
            Place place,
            String to,
            String ends,
            Map<String, String> chosen,
            Set<String> refused,
            Model page,
            Locale locale) {
        lay(place, to, ends, page, locale);
        page.addAttribute("rows", place.things().stream()
                .map(t -> {
                    String one = chosen.getOrDefault(t.key(), "");
                    String who = one.isEmpty() ? to : one;
                    return row(t, one, refused.contains(t.key()) ? name(who) : null, refused.contains(t.key()), locale);
                })
                .toList());
        page.addAttribute("refused", refused.size());
        if (!page.containsAttribute("problems")) {
            page.addAttribute("problems", Map.of());
        }
        return "administration/leaver";
    }

    private String check(
            Place place,
            Choices choices,
            String to,
            String ends,
            Map<String, String> chosen,
            Model page,
            Locale locale) {
        lay(place, to, ends, page, locale);
        page.addAttribute("rows", place.things().stream()
                .map(t -> row(
                        t,
                        chosen.getOrDefault(t.key(), ""),
                        choices.of(t).map(words::name).orElse(null),
                        false,
                        locale))
                .toList());
        page.addAttribute("endsInWords", words.day(choices.endsOn(), locale));
        return "administration/leaver-check";
    }

    private void lay(Place place, String to, String ends, Model page, Locale locale) {
        page.addAttribute("school", place.school());
        page.addAttribute("leaver", place.leaver().person());
        page.addAttribute("role", words.role(place.leaver().role(), place.leaver().deputy(), locale));
        page.addAttribute("to", to);
        page.addAttribute("ends", ends);
        page.addAttribute("candidates", directory.staff(place.school().id()).stream()
                .map(StaffEntry::person)
                .filter(p -> p.id() != place.leaver().person().id())
                .map(p -> new Candidate(String.valueOf(p.id()), p.name()))
                .toList());
    }

    private Row row(Thing thing, String chosen, String to, boolean refused, Locale locale) {
        return new Row(
                thing.key(), thing.kind(), thing.reference(), words.day(thing.due(), locale), chosen, to, refused);
    }

    private static Choices choices(String to, Map<String, String> chosen, LocalDate endsOn) {
        Map<String, Optional<Long>> exceptions = new HashMap<>();
        chosen.forEach((key, one) -> {
            if (!one.isEmpty()) {
                exceptions.put(key, person(one));
            }
        });
        return new Choices(person(to), exceptions, endsOn);
    }

    // What is no number of ours is nobody's number either, and so refused.
    private static Optional<Long> person(String id) {
        return id.equals(NOBODY) ? Optional.empty() : Optional.of(id.matches("\\d{1,18}") ? Long.parseLong(id) : -1L);
    }

    private Map<String, String> problems(String to, String ends) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (to.isEmpty()) {
            problems.put("to", "missing");
        }
        if (!ends.matches("20\\d\\d-\\d\\d-\\d\\d") || !isDay(ends)) {
            problems.put("ends", "missing");
        }
        return problems;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }

    private Place place(Reader reader, String slug, long person) {
        School school = directory.schoolBySlug(slug).orElseThrow(AdministrationController::notFound);
        StaffEntry leaver = directory.staff(school.id()).stream()
                .filter(e -> e.person().id() == person)
                .findFirst()
                .orElseThrow(AdministrationController::notFound);
        return new Place(school, leaver, succession.of(reader, school.id(), person));
    }

    private String name(String id) {
        return id.matches("\\d{1,18}") ? words.name(Long.parseLong(id)) : "?";
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
