package no.omtanke.planboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.plan.PlanBoard;
import no.omtanke.plan.PlanBoard.WeekLine;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The measures of a school by owner and week: who does what, and whether it was done. */
@Controller
class WeekController {

    private final PlanBoard board;
    private final SchoolChoice schools;
    private final Directory directory;
    private final Marks marks;
    private final Words words;

    WeekController(PlanBoard board, SchoolChoice schools, Directory directory, Marks marks, Words words) {
        this.board = board;
        this.schools = schools;
        this.directory = directory;
        this.marks = marks;
        this.words = words;
    }

    /** One owner's measures. @param name empty when nobody has them; @param here whether the owner works at the school today */
    record Owner(String name, boolean here, List<Row> rows) {}

    /** @param reference null when the reader sees the measure and not the case */
    record Row(String what, String pupil, String reference, String often, String substitute, boolean late, List<Mark> marks) {}

    /** What the leadership sees first. */
    record Sum(int plans, int measures, long notDone, long noAnswer, long waiting, long ownerless) {}

    @GetMapping("/plans")
    String show(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String week,
            Locale locale,
            Model page) {
        List<School> mine = schools.overview(reader);
        School chosen = SchoolChoice.chosen(mine, school);
        Week shown = Week.asked(week, words.today());
        List<WeekLine> lines = board.week(reader, chosen.id(), shown.monday());
        Set<Long> staff = directory.staff(chosen.id()).stream()
                .map(entry -> entry.person().id())
                .collect(Collectors.toSet());
        page.addAttribute("schools", mine);
        page.addAttribute("school", chosen);
        page.addAttribute("week", shown);
        page.addAttribute("weekWords", words.week(shown, locale));
        page.addAttribute("thisWeek", shown.contains(words.today()));
        page.addAttribute("heads", marks.heads(shown, locale));
        page.addAttribute("owners", owners(lines, staff, shown, locale));
        page.addAttribute("leads", reader.in("leadership:" + chosen.id()) || reader.in("school-owner"));
        page.addAttribute("sum", sum(reader, chosen, lines, staff));
        return "planboard/plans";
    }

    // Without an owner who works here first, then by name.
    private List<Owner> owners(List<WeekLine> lines, Set<Long> staff, Week week, Locale locale) {
        Map<Long, List<WeekLine>> by = new LinkedHashMap<>();
        lines.forEach(line -> by.computeIfAbsent(line.measure().owner(), o -> new ArrayList<>()).add(line));
        return by.entrySet().stream()
                .map(e -> new Owner(
                        words.name(e.getKey()),
                        e.getKey() != null && staff.contains(e.getKey()),
                        e.getValue().stream().map(line -> row(line, week, locale)).toList()))
                .sorted(Comparator.comparing(Owner::here).thenComparing(Owner::name))
                .toList();
    }

    private Row row(WeekLine line, Week week, Locale locale) {
        return new Row(
                line.measure().what(),
                line.pupil(),
                line.reference(),
                line.measure().often().code(),
                words.name(line.measure().substitute()),
                marks.late(line.days()) > 0,
                marks.of(line.days(), week, locale));
    }

    private Sum sum(Reader reader, School school, List<WeekLine> lines, Set<Long> staff) {
        return new Sum(
                board.running(reader, school.id()),
                lines.size(),
                with(lines, Result.NOT_DONE),
                with(lines, Result.NO_ANSWER),
                lines.stream().filter(line -> marks.late(line.days()) > 0).count(),
                lines.stream()
                        .filter(line -> line.measure().owner() == null || !staff.contains(line.measure().owner()))
                        .count());
    }

    private static long with(List<WeekLine> lines, Result result) {
        return lines.stream()
                .map(WeekLine::days)
                .map(Map<LocalDate, Result>::values)
                .filter(results -> results.contains(result))
                .count();
    }
}
