package no.omtanke.administration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** A school year as a calendar hangs on a wall: a month, its weeks, their five days. */
@Component
class YearSheet {

    private final SchoolDays schoolDays;
    private final WorkingDays workingDays;

    YearSheet(SchoolDays schoolDays, WorkingDays workingDays) {
        this.schoolDays = schoolDays;
        this.workingDays = workingDays;
    }

    /** @param state open, public (holiday by law), or the closure's kind; null outside of the month @param why the closure's name */
    record Cell(int day, String state, String why) {}

    record Week(int number, List<Cell> cells) {}

    record Month(String name, int schoolDays, List<Week> weeks) {}

    List<Month> of(CalendarPlace place, List<SchoolClosure> closures, Locale locale) {
        Set<LocalDate> open = new HashSet<>(schoolDays.between(place.counted(), place.year().first(), place.year().last()));
        List<Month> months = new ArrayList<>();
        YearMonth last = YearMonth.from(place.year().last());
        for (YearMonth month = YearMonth.from(place.year().first()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month(month, open, closures, locale));
        }
        return months;
    }

    private Month month(YearMonth month, Set<LocalDate> open, List<SchoolClosure> closures, Locale locale) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                LocalDate day = monday.plusDays(i);
                cells.add(YearMonth.from(day).equals(month) ? cell(day, open, closures) : new Cell(0, null, null));
            }
            if (cells.stream().anyMatch(cell -> cell.state() != null)) {
                weeks.add(new Week(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), cells));
            }
        }
        String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear();
        int count = (int) open.stream().filter(day -> YearMonth.from(day).equals(month)).count();
        return new Month(name.substring(0, 1).toUpperCase(locale) + name.substring(1), count, weeks);
    }

    private Cell cell(LocalDate day, Set<LocalDate> open, List<SchoolClosure> closures) {
        if (open.contains(day)) {
            return new Cell(day.getDayOfMonth(), "open", null);
        }
        if (!workingDays.isWorkingDay(day)) {
            return new Cell(day.getDayOfMonth(), "public", null);
        }
        return closures.stream()
                .filter(closure -> closure.includes(day))
                .findFirst()
                .map(closure -> new Cell(day.getDayOfMonth(), closure.kind().id(), closure.name()))
                .orElseThrow();
    }
}
