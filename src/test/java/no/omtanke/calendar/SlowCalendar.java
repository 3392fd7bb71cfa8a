package no.omtanke.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;

/** Norway's calendar told a second time, by another reckoning of Easter and by walking one day at a time. */
final class SlowCalendar {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Palm Sunday to Whit Monday, in days after Easter Sunday. */
    private static final int[] MOVING = {-7, -3, -2, 0, 1, 39, 49, 50};

    private SlowCalendar() {}

    static boolean isWorkingDay(LocalDate date) {
        if (EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(date.getDayOfWeek())
                || FIXED.contains(MonthDay.from(date))) {
            return false;
        }
        for (int days : MOVING) {
            if (easter(date.getYear()).plusDays(days).equals(date)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSchoolDay(LocalDate date) {
        for (Closure closure : CalendarFixture.CLOSED) {
            for (LocalDate day = closure.fromDate(); !day.isAfter(closure.toDate()); day = day.plusDays(1)) {
                if (day.equals(date)) {
                    return false;
                }
            }
        }
        return isWorkingDay(date);
    }

    /** Gauss' rule with the numbers that hold from 1900 to 2099. */
    static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int march = 22 + d + e;
        boolean aWeekEarlier = (d == 29 && e == 6) || (d == 28 && e == 6 && year % 19 > 10);
        return LocalDate.of(year, 3, 1).plusDays(march - 1L - (aWeekEarlier ? 7 : 0));
    }
}
