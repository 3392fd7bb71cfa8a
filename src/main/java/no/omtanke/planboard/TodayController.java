package no.omtanke.planboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.School;
import no.omtanke.organization.StaffEntry;
import no.omtanke.plan.PlanBoard;
import no.omtanke.plan.PlanBoard.TodayLine;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done at a school on a day, for everybody who works there: what, where and who, never why. */
@Controller
class TodayController {

    private static final List<String> MOMENTS =
            List.of("arrival", "lesson", "break", "lunch", "transition", "after-school", "none");

    private final PlanBoard board;
    private final SchoolChoice schools;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Words words;

    TodayController(PlanBoard board, SchoolChoice schools, Directory directory, SchoolDays schoolDays, Words words) {
        this.board = board;
        this.schools = schools;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.words = words;
    }

    /** One line. @param who the owner, then the substitute, or empty */
    record Line(String text, String who, String substitute) {}

    @GetMapping("/today")
    String show(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "today") String day,
            Locale locale,
            Model page) {
        List<School> mine = schools.workplaces(reader);
        School chosen = SchoolChoice.chosen(mine, school);
        LocalDate today = words.today();
        LocalDate next = schoolDays.plus(chosen.id(), today, 1);
        LocalDate shown = day.equals("next") ? next : today;
        boolean open = schoolDays.isSchoolDay(chosen.id(), shown);
        page.addAttribute("schools", mine);
        page.addAttribute("school", chosen);
        page.addAttribute("next", day.equals("next"));
        page.addAttribute("open", open);
        page.addAttribute("date", words.day(shown, locale));
        page.addAttribute("nextDate", words.day(next, locale));
        page.addAttribute("moments", open ? moments(board.today(reader, chosen.id(), shown), chosen) : Map.of());
        return "planboard/today";
    }

    // In the order of a day; without a place comes last.
    private Map<String, Map<String, List<Line>>> moments(List<TodayLine> lines, School school) {
        Map<Long, String> staff = directory.staff(school.id()).stream()
                .map(StaffEntry::person)
                .collect(Collectors.toMap(Person::id, Person::name, (first, second) -> first));
        Map<String, Map<String, List<Line>>> day = new LinkedHashMap<>();
        for (String moment : MOMENTS) {
            List<TodayLine> then = lines.stream()
                    .filter(line -> moment.equals(Objects.requireNonNullElse(line.moment(), "none")))
                    .toList();
            if (!then.isEmpty()) {
                day.put(moment, places(then, staff));
            }
        }
        return day;
    }

    private Map<String, List<Line>> places(List<TodayLine> lines, Map<Long, String> staff) {
        Map<String, List<Line>> places = new LinkedHashMap<>();
        lines.stream()
                .map(TodayController::place)
                .filter(place -> !place.isEmpty())
                .sorted()
                .forEach(place -> places.put(place, new ArrayList<>()));
        for (TodayLine line : lines) {
            places.computeIfAbsent(place(line), p -> new ArrayList<>())
                    .add(new Line(line.text(), here(line.owner(), staff), here(line.substitute(), staff)));
        }
        return places;
    }

    // Whoever works here no longer does nothing today.
    private static String here(Long person, Map<Long, String> staff) {
        return person == null ? "" : staff.getOrDefault(person, "");
    }

    private static String place(TodayLine line) {
        return line.place() == null ? "" : line.place().strip();
    }
}
