package no.omtanke.demo;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.List;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** School holidays and planning days as Norwegian municipalities set them. */
@Component
@Profile("demo")
class SolvikClosures {

    private final ClosureRegister register;
    private final WorkingDays workingDays;

    SolvikClosures(ClosureRegister register, WorkingDays workingDays) {
        this.register = register;
        this.workingDays = workingDays;
    }

    void fill(SchoolYear current, List<Integer> schools) {
        summer(current.firstYear());
        for (SchoolYear year : List.of(current, current.next())) {
            autumnToSummer(year.firstYear());
            planningDays(year.firstYear(), schools);
        }
    }

    private void autumnToSummer(int year) {
        close(mondayOf(40, year), 5, "Høstferie");
        register.close(null, LocalDate.of(year, 12, 21), LocalDate.of(year + 1, 1, 3), "Juleferie");
        close(mondayOf(8, year + 1), 5, "Vinterferie");
        close(maundyThursday(year + 1).minusDays(3), 8, "Påskeferie");
        summer(year + 1);
    }

    private void summer(int year) {
        LocalDate lastDay = LocalDate.of(year, Month.JUNE, 17).with(nextOrSame(DayOfWeek.FRIDAY));
        LocalDate firstDay = LocalDate.of(year, Month.AUGUST, 15).with(nextOrSame(DayOfWeek.MONDAY));
        register.close(null, lastDay.plusDays(1), firstDay.minusDays(1), "Sommerferie");
    }

    /** One day in common, and one of each school's own, so that the schools' calendars differ. */
    private void planningDays(int year, List<Integer> schools) {
        LocalDate common = LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(3, DayOfWeek.MONDAY));
        planning(null, common);
        LocalDate own = LocalDate.of(year + 1, Month.JANUARY, 1).with(dayOfWeekInMonth(3, DayOfWeek.MONDAY));
        for (int school : schools) {
            planning(school, own);
            own = own.plusDays(1);
        }
    }

    private void planning(Integer school, LocalDate day) {
        register.close(school, new PlannedClosure(day, day, "Planleggingsdag", ClosureKind.PLANNING));
    }

    private void close(LocalDate from, int days, String name) {
        register.close(null, from, from.plusDays(days - 1L), name);
    }

    /** The only Thursday off between the middle of March and late April. */
    private LocalDate maundyThursday(int year) {
        LocalDate day = LocalDate.of(year, Month.MARCH, 15).with(nextOrSame(DayOfWeek.THURSDAY));
        while (workingDays.isWorkingDay(day)) {
            day = day.plusWeeks(1);
        }
        return day;
    }

    private static LocalDate mondayOf(int week, int year) {
        return LocalDate.of(year, Month.JULY, 1)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }
}
