package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.School;
import no.omtanke.organization.StaffEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory of bodies: whom schools can ask for help and families can find, and who answers for each with an account. */
@Controller
class BodyController {

    private static final String NEW = "new";
    private static final List<Role> OF_THE_MUNICIPALITY =
            List.of(Role.PPT, Role.HEALTH_SERVICE, Role.RESPONSE_TEAM, Role.OMBUD, Role.SCHOOL_OWNER);
    private static final int LONGEST = 200;

    private final Bodies bodies;
    private final Directory directory;

    BodyController(Bodies bodies, Directory directory) {
        this.bodies = bodies;
        this.directory = directory;
    }

    record Line(int id, String name, String kind, String school, boolean account, boolean closed) {}

    record Holder(long id, String name, boolean holds, boolean leads) {}

    /** Who answers for it, and who of them leads it. */
    private record Held(Set<Long> persons, Long leader) {}

    @GetMapping("/administration/bodies")
    String list(Model page) {
        page.addAttribute(
                "bodies",
                bodies.all().stream()
                        .map(b -> new Line(
                                b.id(), b.name(), b.kind().id(), school(b.schoolId()), !bodies.holders(b.id()).isEmpty(), b.closed()))
                        .toList());
        return "administration/bodies";
    }

    @GetMapping("/administration/bodies/{body:new|\\d{1,9}}")
    String show(@PathVariable String body, Model page) {
        Body known = known(body);
        Set<Long> holders = known.id() == 0
                ? Set.of()
                : bodies.holders(known.id()).stream().map(Person::id).collect(Collectors.toSet());
        Long leader = known.id() == 0 ? null : bodies.leader(known.id()).map(Person::id).orElse(null);
        return page(body, known, new Held(holders, leader), Map.of(), page);
    }

    @PostMapping("/administration/bodies/{body:new|\\d{1,9}}")
    String keep(
            @PathVariable String body,
            @RequestParam Map<String, String> said,
            @RequestParam(name = "holder", required = false) List<Long> holders,
            @RequestParam(required = false) Long leader,
            HttpServletResponse response,
            Model page) {
        Body known = known(body);
        Map<String, String> problems = problems(said);
        Set<Long> persons = holders == null ? Set.of() : Set.copyOf(holders);
        Body written = written(known, said);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(body, written, new Held(persons, leader), problems, page);
        }
        int id = bodies.keep(written);
        Set<Long> candidates = candidates(written).map(Person::id).collect(Collectors.toSet());
        bodies.hold(id, persons.stream().filter(candidates::contains).sorted().toList());
        // Only who answers for it can lead it.
        bodies.lead(id, leader);
        return "redirect:/administration/bodies?done";
    }

    private static Map<String, String> problems(Map<String, String> said) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (text(said, "name") == null || text(said, "name").length() > LONGEST) {
            problems.put("name", "name");
        }
        if (!BodyKind.ids().contains(said.getOrDefault("kind", ""))) {
            problems.put("kind", "kind");
        }
        if (text(said, "email") != null && !text(said, "email").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            problems.put("email", "email");
        }
        if (text(said, "web") != null && !text(said, "web").matches("https://\\S{3,300}")) {
            problems.put("web", "web");
        }
        return problems;
    }

    // What was typed, also when it is not right yet.
    private Body written(Body known, Map<String, String> said) {
        String school = said.getOrDefault("school", "");
        return new Body(
                known.id(),
                directory.schools().stream().map(School::id).filter(id -> String.valueOf(id).equals(school)).findFirst().orElse(null),
                BodyKind.ids().contains(said.getOrDefault("kind", "")) ? BodyKind.of(said.get("kind")) : known.kind(),
                text(said, "name") == null ? "" : text(said, "name"),
                text(said, "email"),
                text(said, "phone"),
                text(said, "web"),
                new Body.Words(text(said, "wordsNb"), text(said, "wordsNn"), text(said, "wordsEn")),
                said.containsKey("familyMayContact"),
                said.containsKey("needsConsent"),
                said.containsKey("closed"));
    }

    private static String text(Map<String, String> said, String name) {
        String text = said.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private String page(String path, Body body, Held held, Map<String, String> problems, Model page) {
        page.addAttribute("path", "/administration/bodies/" + path);
        page.addAttribute("fresh", path.equals(NEW));
        page.addAttribute("body", body);
        page.addAttribute("kinds", Arrays.stream(BodyKind.values()).map(BodyKind::id).toList());
        page.addAttribute("schools", directory.schools());
        page.addAttribute("problems", problems);
        page.addAttribute(
                "holders",
                candidates(body).map(p -> new Holder(
                                p.id(), p.name(), held.persons().contains(p.id()), Long.valueOf(p.id()).equals(held.leader()))).toList());
        return "administration/body";
    }

    // For a school's own body its staff, for the municipality's whoever has a role there.
    private Stream<Person> candidates(Body body) {
        Stream<Person> people = body.schoolId() != null
                ? directory.staff(body.schoolId()).stream().map(StaffEntry::person)
                : OF_THE_MUNICIPALITY.stream().flatMap(role -> directory.holders(role, null).stream());
        return people.distinct().sorted(Comparator.comparing(Person::name));
    }

    private Body known(String body) {
        return body.equals(NEW)
                ? new Body(0, null, BodyKind.OTHER, "", null, null, null, new Body.Words(null, null, null), true, true, false)
                : bodies.find(Integer.parseInt(body)).orElseThrow(AdministrationController::notFound);
    }

    private String school(Integer id) {
        return id == null ? null : directory.school(id).map(School::name).orElse("?");
    }
}
