package no.omtanke.absence;

import java.util.Map;

/**
 * What the table of thresholds is asked about. Public because pages show the same figures. Leave that was given counts nowhere.
 *
 * @param days whole days in the window
 * @param hours hours of days that were not whole, in the window, rounded down
 * @param unexcusedDays days with a whole day or hours that nobody had told of, in the window
 * @param sameWeekday the most days that fell on one and the same weekday, in the window
 * @param afterFree days that were the first after days without school, in the window
 * @param singleLessons days on which the pupil was there for a part: hours, late or left early, in the window
 * @param yearDays whole days in the school year
 */
public record AbsenceCount(
        int days, int hours, int unexcusedDays, int sameWeekday, int afterFree, int singleLessons, int yearDays) {

    /** By the names that the table has for them. */
    Map<String, Object> named() {
        return Map.of(
                "absentDays", days,
                "absentHours", hours,
                "unexcusedDays", unexcusedDays,
                "sameWeekday", sameWeekday,
                "afterFree", afterFree,
                "singleLessons", singleLessons,
                "yearDays", yearDays);
    }
}
