package no.omtanke.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import no.omtanke.calendar.DeadlineClock;
import no.omtanke.calendar.DueDates;
import org.springframework.stereotype.Component;

/** When something is due that a letter gives a date for: at 15:00 on that day, with a reminder on the working day before. */
@Component
class LetterDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(15, 0);

    // More than a day ahead: reminded of at 08:00 on the working day before.
    private static final int DAYS_AHEAD = 2;

    private final DueDates dueDates;
    private final Clock clock;

    LetterDates(DueDates dueDates, Clock clock) {
        this.dueDates = dueDates;
        this.clock = clock;
    }

    Date due(LocalDate day) {
        return Date.from(at(day));
    }

    /** The reminder, or the deadline itself when no reminder fits before it. */
    Date watchFrom(LocalDate day) {
        Instant due = at(day);
        Instant reminder = dueDates.remindAt(due, DeadlineClock.CALENDAR, DAYS_AHEAD);
        return Date.from(reminder.isAfter(clock.instant()) && reminder.isBefore(due) ? reminder : due);
    }

    private Instant at(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(clock.getZone()).toInstant();
    }
}
