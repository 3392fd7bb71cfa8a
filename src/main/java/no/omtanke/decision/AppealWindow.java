package no.omtanke.decision;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * How long one can appeal: so many days from the day on which the letter was available. A window that would end on a day when no office is
 * open ends on the next one that is.
 */
record AppealWindow(int days, Predicate<LocalDate> workingDay) {

    LocalDate lastDay(LocalDate available) {
        LocalDate last = available.plusDays(days);
        while (!workingDay.test(last)) {
            last = last.plusDays(1);
        }
        return last;
    }
}
