package no.omtanke.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.omtanke.calendar.CalendarChange;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.ClosureRules;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The school years of the municipality and its schools, day by day, and who changed them. */
@Controller
class CalendarController {

    /** What the law asks a school year to have at least: 38 weeks of five days. */
    static final int LEAST = 190;

    private static final int NEWEST = 20;

    private final CalendarPlaces places;
    private final ClosureRegister register;
    private final ClosureRules rules;
    private final SchoolDays days;
    private final YearSheet sheet;
    private final Directory directory;
    private final AdministrationWords words;
    private final Clock clock;

    CalendarController(
            CalendarPlaces places,
            ClosureRegister register,
            ClosureRules rules,
            SchoolDays days,
            YearSheet sheet,
            Directory directory,
            AdministrationWords words,
            Clock clock) {
        this.places = places;
        this.register = register;
        this.rules = rules;
        this.days = days;
        this.sheet = sheet;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    record PlaceLine(String name, String path, int schoolDays, boolean few) {}

    record YearLine(int begins, String name, boolean chosen) {}

    record ClosureLine(long id, String name, String kind, String days, boolean own) {}

    record ChangeLine(String what, String place, String when, String who, int dates, boolean moved) {}

    @GetMapping("/administration/calendar")
    String begin(@RequestParam(name = "year", required = false) Integer begins, Locale locale, Model page) {
        int now = begins == null ? SchoolYear.of(LocalDate.now(clock)).first().getYear() : begins;
        CalendarPlace every = places.of(CalendarPlace.MUNICIPALITY, now);
        page.addAttribute("every", line(every));
        page.addAttribute("schools", directory.schools().stream().map(s -> line(new CalendarPlace(s, every.year()))).toList());
        page.addAttribute("years", years(now));
        page.addAttribute("least", LEAST);
        page.addAttribute("changes", register.changes(NEWEST).stream().map(c -> line(c, locale)).toList());
        return "administration/calendar";
    }

    @GetMapping("/administration/calendar/{slug}/{year:\\d{4}}")
    String year(@PathVariable String slug, @PathVariable int year, Locale locale, Model page) {
        CalendarPlace place = places.of(slug, year);
        List<SchoolClosure> closures = register.between(place.schoolId(), place.year().first(), place.year().last());
        List<LocalDate> open = days.between(place.counted(), place.year().first(), place.year().last());
        page.addAttribute("school", place.school());
        page.addAttribute("path", place.path());
        page.addAttribute("yearName", name(place.year()));
        page.addAttribute("begins", year);
        page.addAttribute("schoolDays", open.size());
        page.addAttribute("few", open.size() < LEAST);
        page.addAttribute("least", LEAST);
        page.addAttribute("first", words.day(open.get(0), locale));
        page.addAttribute("last", words.day(open.get(open.size() - 1), locale));
        page.addAttribute("months", sheet.of(place, closures, locale));
        page.addAttribute("closures", closures.stream().map(c -> line(c, place, locale)).toList());
        return "administration/calendar-year";
    }

    private PlaceLine line(CalendarPlace place) {
        int count = days.count(place.counted(), place.year().first(), place.year().last());
        return new PlaceLine(place.school() == null ? null : place.school().name(), place.path(), count, count < LEAST);
    }

    private List<YearLine> years(int chosen) {
        return rules.years().stream()
                .map(y -> new YearLine(y.first().getYear(), name(y), y.first().getYear() == chosen))
                .toList();
    }

    private ClosureLine line(SchoolClosure one, CalendarPlace place, Locale locale) {
        return new ClosureLine(
                one.id(),
                one.name(),
                one.kind().id(),
                words.days(one.from(), one.to(), locale),
                java.util.Objects.equals(one.schoolId(), place.schoolId()));
    }

    private ChangeLine line(CalendarChange one, Locale locale) {
        return new ChangeLine(
                one.what(),
                one.schoolId() == null ? null : directory.school(one.schoolId()).map(School::name).orElse("?"),
                words.time(one.at(), locale),
                words.name(one.by()),
                one.dates(),
                one.moved());
    }

    /** «2026/27». */
    static String name(SchoolYear year) {
        return year.first().getYear() + "/" + String.valueOf(year.last().getYear()).substring(2);
    }
}
