package no.omtanke.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Counting the days that count. */
final class Days {

    private Days() {}

    static LocalDate plus(LocalDate from, int n, Predicate<LocalDate> counts) {
        LocalDate day = from;
        int step = Integer.signum(n);
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (counts.test(day)) {
                left--;
            }
        }
        return day;
    }

    /** Both ends included. */
    static int count(LocalDate first, LocalDate last, Predicate<LocalDate> counts) {
        return first.isAfter(last)
                ? 0
                : (int) first.datesUntil(last.plusDays(1)).filter(counts).count();
    }
}
