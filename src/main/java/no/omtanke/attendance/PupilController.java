package no.omtanke.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.omtanke.absence.Absence;
import no.omtanke.absence.PupilYear;
import no.omtanke.absence.PupilYears;
import no.omtanke.access.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A pupil's absence this school year. */
@Controller
class PupilController {

    private final PupilYears years;
    private final AttendanceWords words;

    PupilController(PupilYears years, AttendanceWords words) {
        this.years = years;
        this.words = words;
    }

    record Row(String month, int days, String hours, int late, int leave) {}

    record Day(String date, String what) {}

    @GetMapping("/absence/pupils/{absent:\\d{1,18}}")
    String show(@AuthenticationPrincipal Reader reader, @PathVariable long absent, Locale locale, Model page) {
        PupilYear year = years.of(reader, absent).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("year", year);
        page.addAttribute("hours", words.hours(year.hours(), locale));
        page.addAttribute("bars", Bars.of(year, words, locale));
        page.addAttribute("months", year.months().stream()
                .map(m -> new Row(words.month(m.month(), locale), m.days(), words.hours(m.hours(), locale), m.late(), m.leave()))
                .toList());
        page.addAttribute("days", days(year, locale));
        page.addAttribute("notices", year.notices().stream().map(notice -> words.notice(notice, locale)).toList());
        return "attendance/pupil";
    }

    // The newest first.
    private List<Day> days(PupilYear year, Locale locale) {
        Map<LocalDate, List<Absence>> byDay = year.absences().stream()
                .collect(Collectors.groupingBy(Absence::day, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        List<Day> days = new ArrayList<>();
        byDay.forEach((day, absences) -> days.add(new Day(words.day(day, locale), words.absences(absences, locale))));
        return days;
    }
}
