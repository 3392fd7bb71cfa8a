package no.omtanke.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Public because the staff's duties are counted in the municipality's working days, in school holidays too. */
@Service
public class WorkingDays {

    /**
     * The eves of Christmas and New Year are working days: they are no holidays by law, offices are open until
     * noon, and a duty towards a child must not wait because of them.
     */
    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !PublicHolidays.include(date);
    }

    /** The n-th working day after the date, or before it when n is negative; the date itself when n is 0. */
    public LocalDate plus(LocalDate from, int n) {
        return Days.plus(from, n, this::isWorkingDay);
    }

    /** How many working days after a, up to and including b; negative when b is before a. */
    public int between(LocalDate a, LocalDate b) {
        return b.isBefore(a)
                ? -Days.count(b.plusDays(1), a, this::isWorkingDay)
                : Days.count(a.plusDays(1), b, this::isWorkingDay);
    }
}
