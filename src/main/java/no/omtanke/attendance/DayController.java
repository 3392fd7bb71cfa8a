package no.omtanke.attendance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.omtanke.absence.ClassDay;
import no.omtanke.absence.ClassRegister;
import no.omtanke.absence.ClassRegister.Marked;
import no.omtanke.absence.Group;
import no.omtanke.absence.Mark;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A class's list on a day, as its contact teacher fills it in on a phone. */
@Controller
class DayController {

    private static final String MARK = "mark";
    private static final String TOLD = "told";

    private final ClassRegister register;
    private final SchoolDays schoolDays;
    private final AttendanceWords words;

    DayController(ClassRegister register, SchoolDays schoolDays, AttendanceWords words) {
        this.register = register;
        this.schoolDays = schoolDays;
        this.words = words;
    }

    /**
     * One pupil on the page.
     *
     * @param now what is registered, in words, when it is more than the marks can say; or null
     */
    record Line(long pupil, String name, String mark, boolean told, String notice, boolean leave, String now) {}

    @GetMapping("/absence")
    String classes(@AuthenticationPrincipal Reader reader, Model page) {
        List<Group> classes = register.classes(reader);
        List<Integer> led = register.led(reader);
        if (classes.size() == 1 && led.isEmpty()) {
            return "redirect:/absence/classes/" + classes.get(0).id();
        }
        page.addAttribute("classes", classes);
        page.addAttribute("led", led);
        return "attendance/classes";
    }

    @GetMapping("/absence/classes/{group:\\d{1,18}}")
    String show(
            @AuthenticationPrincipal Reader reader,
            @PathVariable long group,
            @RequestParam(required = false) String day,
            Locale locale,
            Model page) {
        LocalDate shown = day(day).orElse(words.today());
        ClassDay list = register.open(reader, group, shown).orElseThrow(DayController::notFound);
        int school = list.group().school();
        page.addAttribute("group", list.group());
        page.addAttribute("day", shown);
        page.addAttribute("date", words.day(shown, locale));
        page.addAttribute("open", list.schoolDay());
        page.addAttribute("writable", list.writable());
        page.addAttribute("before", schoolDays.plus(school, shown, -1));
        page.addAttribute("after", schoolDays.plus(school, shown, 1));
        page.addAttribute("several", register.classes(reader).size() > 1 || !register.led(reader).isEmpty());
        page.addAttribute("lines", list.lines().stream().map(line -> line(line, locale)).toList());
        return "attendance/day";
    }

    // Whom the school expects to be away is marked so already: the teacher only sends the list.
    private Line line(ClassDay.Line line, Locale locale) {
        boolean expected = line.absences().isEmpty() && (line.leave() || line.notice() != null && line.notice().from() == null);
        Mark mark = expected ? Mark.ABSENT : line.mark();
        return new Line(
                line.pupil().person().id(),
                line.pupil().person().name(),
                mark.id(),
                line.told() || line.leave(),
                line.notice() == null ? null : words.notice(line.notice(), locale),
                line.leave(),
                mark == Mark.AS_IT_IS ? words.absences(line.absences(), locale) : null);
    }

    @PostMapping("/absence/classes/{group:\\d{1,18}}")
    String keep(
            @AuthenticationPrincipal Reader reader,
            @PathVariable long group,
            @RequestParam Map<String, String> sent,
            Locale locale,
            RedirectAttributes flash) {
        LocalDate day = day(sent.get("day")).orElseThrow(DayController::notFound);
        Map<Long, Marked> marks = new HashMap<>();
        sent.forEach((name, value) -> {
            if (name.matches(MARK + "\\d{1,18}")) {
                String pupil = name.substring(MARK.length());
                Mark.of(value).ifPresent(mark -> marks.put(Long.valueOf(pupil), new Marked(mark, sent.containsKey(TOLD + pupil))));
            }
        });
        int changed = register.keep(reader, group, day, marks).orElseThrow(DayController::notFound);
        flash.addFlashAttribute("kept", words.text("kept", locale, changed));
        return "redirect:/absence/classes/" + group + "?day=" + day;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 2000 && day.getYear() < 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
