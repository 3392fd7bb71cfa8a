package no.omtanke.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Public because leave and measures with pupils are counted in the days the pupil's own school is open. */
@Service
public class SchoolDays {

    /** Stands for the days that every school of the municipality has in common. */
    public static final int EVERY_SCHOOL = 0;

    private final WorkingDays workingDays;
    private final Closures closures;

    SchoolDays(WorkingDays workingDays, Closures closures) {
        this.workingDays = workingDays;
        this.closures = closures;
    }

    public boolean isSchoolDay(int schoolId, LocalDate date) {
        return of(schoolId).test(date);
    }

    /** The n-th school day after the date, or before it when n is negative; the date itself when n is 0. */
    public LocalDate plus(int schoolId, LocalDate from, int n) {
        return Days.plus(from, n, of(schoolId));
    }

    /** How many school days from the first to the last day, both included. */
    public int count(int schoolId, LocalDate from, LocalDate to) {
        return Days.count(from, to, of(schoolId));
    }

    /** The school days from the first to the last day, both included. */
    public List<LocalDate> between(int schoolId, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(of(schoolId)).toList();
    }

    /** Which days the school is open, for whoever asks about many: its calendar is read once. */
    public Predicate<LocalDate> of(int schoolId) {
        List<Closure> closed = closures.of(schoolId);
        return day ->
                workingDays.isWorkingDay(day) && closed.stream().noneMatch(closure -> closure.includes(day));
    }
}
