package no.omtanke.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Service;

/** Public because every deadline and every reminder is reckoned here, in Norwegian wall-clock time. */
@Service
public class DueDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(15, 0);
    private static final LocalTime NEXT_MORNING = LocalTime.of(10, 0);
    private static final LocalTime REMINDER = LocalTime.of(8, 0);
    private static final Duration SAME_DAY_REMINDER = Duration.ofHours(2);

    private final WorkingDays workingDays;
    private final SchoolDays schoolDays;
    private final ZoneId zone;

    DueDates(WorkingDays workingDays, SchoolDays schoolDays, Clock clock) {
        this.workingDays = workingDays;
        this.schoolDays = schoolDays;
        this.zone = clock.getZone();
    }

    /** Amount 0 means the same day; only the school clock needs a school. */
    public Instant due(Instant from, DeadlineClock clock, int amount, Integer schoolId) {
        if (amount < 0) {
            throw new IllegalArgumentException("A deadline cannot lie " + amount + " days ahead");
        }
        ZonedDateTime start = from.atZone(zone);
        if (amount == 0) {
            return sameDay(start);
        }
        LocalDate day = start.toLocalDate();
        return at(
                switch (clock) {
                    case WORKING -> workingDays.plus(day, amount);
                    case SCHOOL -> schoolDays.plus(schoolOf(schoolId), day, amount);
                    case CALENDAR -> day.plusDays(amount);
                    case MONTHS -> day.plusMonths(amount);
                },
                END_OF_DAY);
    }

    /** For the same amount that gave the deadline: a short one reminds later than a long one. */
    public Instant remindAt(Instant due, DeadlineClock clock, int amount) {
        LocalDate day = due.atZone(zone).toLocalDate();
        return switch (amount) {
            case 0 -> due.minus(SAME_DAY_REMINDER);
            // A month is long: it is reminded of as everything long.
            case 1 -> at(clock == DeadlineClock.MONTHS ? workingDays.plus(day, -1) : day, REMINDER);
            default -> at(workingDays.plus(day, -1), REMINDER);
        };
    }

    /** What must happen the same day is the staff's duty, so working days count whatever clock the table names. */
    private Instant sameDay(ZonedDateTime start) {
        LocalDate today = start.toLocalDate();
        boolean inTime = workingDays.isWorkingDay(today) && start.toLocalTime().isBefore(END_OF_DAY);
        return inTime ? at(today, END_OF_DAY) : at(workingDays.plus(today, 1), NEXT_MORNING);
    }

    private static int schoolOf(Integer schoolId) {
        if (schoolId == null) {
            throw new IllegalArgumentException("School days are counted for a school, and none was given");
        }
        return schoolId;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
