package no.omtanke.leave;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import no.omtanke.calendar.DeadlineClock;
import no.omtanke.calendar.DueDates;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Deadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days that follow from the application's own. Public because the model calls them by name. */
@Component("leaveDates")
@CallableFromModel
@Transactional(readOnly = true)
public class LeaveDates {

    private static final LocalTime END_OF_DAY = LocalTime.of(15, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** For what does not happen while the case is open: a timer must have some time. */
    private static final int NEVER_IN_YEARS = 20;

    private final LeaveStore store;
    private final LeaveFamily family;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final DueDates dueDates;
    private final WorkingDays workingDays;
    private final Clock clock;

    LeaveDates(
            LeaveStore store,
            LeaveFamily family,
            CaseFiles cases,
            Deadlines deadlines,
            DueDates dueDates,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.family = family;
        this.cases = cases;
        this.deadlines = deadlines;
        this.dueDates = dueDates;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** When it must be decided: by the table, and before the first day; the same day when it came too late for that. */
    public Date due(String caseId) {
        LocalDate first = leave(caseId).asked().first();
        Instant byTable = deadlines.dueAt(UUID.fromString(caseId), "decide-leave");
        Instant before = at(workingDays.plus(first, -1), END_OF_DAY);
        Instant due = before.isBefore(byTable) ? before : byTable;
        Instant now = clock.instant();
        return Date.from(due.isAfter(now) ? due : dueDates.due(now, DeadlineClock.WORKING, 0, null));
    }

    public Date watchFrom(String caseId) {
        return deadlines.watchBefore(due(caseId));
    }

    /** The first day that the pupil is away, in ISO form; null when no leave is granted. */
    public String firstAway(String caseId) {
        Period granted = leave(caseId).granted();
        return granted == null ? null : granted.first().toString();
    }

    /** The last one. */
    public String lastAway(String caseId) {
        Period granted = leave(caseId).granted();
        return granted == null ? null : granted.last().toString();
    }

    /** When the provisional answer goes out, once. */
    public Date provisional(String caseId) {
        return cases.lastEvent(UUID.fromString(caseId), ProvisionalAnswer.GIVEN).isPresent()
                ? never()
                : deadlines.due(caseId, "provisional-answer");
    }

    /** When the pupil turns 18, if that is still to come. */
    public Date ofAge(String caseId) {
        Person pupil = family.pupil(leave(caseId));
        LocalDate day = pupil.birthDate() == null ? null : pupil.birthDate().plusYears(LeaveFamily.ADULT);
        return day == null || !day.isAfter(LocalDate.now(clock)) ? never() : Date.from(at(day, MORNING));
    }

    /** When the leave is over; now when there is none. */
    public Date over(String caseId) {
        Period granted = leave(caseId).granted();
        return granted == null ? Date.from(clock.instant()) : Date.from(at(granted.last().plusDays(1), MORNING));
    }

    private Date never() {
        return Date.from(ZonedDateTime.now(clock).plusYears(NEVER_IN_YEARS).toInstant());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    private Leave leave(String caseId) {
        return store.get(UUID.fromString(caseId));
    }
}
