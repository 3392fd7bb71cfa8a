package no.omtanke.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.calendar.DeadlineClock;
import no.omtanke.calendar.DueDates;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.organization.Directory;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.plan.MeasureStore.MeasureRow;
import no.omtanke.plan.PlanEntries.Said;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A measure's life, day by day, as the model tells it. Public because models call it by name. */
@Component("measures")
@CallableFromModel
@Transactional
public class Measures {

    /** How many school days after its last day an unanswered measure counts as not done. */
    private static final int GRACE = 5;

    private final MeasureStore store;
    private final MeasureLog log;
    private final PlanStore plans;
    private final PlanEntries entries;
    private final PlanSurroundings around;
    private final Assignments assignments;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final DueDates dueDates;
    private final CaseFiles cases;
    private final Clock clock;

    Measures(
            MeasureStore store,
            MeasureLog log,
            PlanStore plans,
            PlanEntries entries,
            PlanSurroundings around,
            Assignments assignments,
            Directory directory,
            SchoolDays schoolDays,
            DueDates dueDates,
            CaseFiles cases,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.plans = plans;
        this.entries = entries;
        this.around = around;
        this.assignments = assignments;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.dueDates = dueDates;
        this.cases = cases;
        this.clock = clock;
    }

    /** From now on it runs, and whoever has it may see it, also before its first day. */
    public void begin(String measure) {
        store.begin(UUID.fromString(measure));
        MeasureRow row = row(measure);
        if (row.measure().owner() != null) {
            cases.addParticipant(row.caseId(), row.measure().owner(), "measure");
        }
    }

    /** Whether there is another day to do it, while it runs and the pupil is here. */
    public boolean goesOn(String measure) {
        MeasureRow row = row(measure);
        return row.running() && around.pupilIsHere(plans.plan(row.plan())) && upcoming(row).isPresent();
    }

    /** The morning of the next day it is done; a morning that is over has come. */
    public Date nextOn(String measure) {
        return Date.from(Days.morning(upcoming(row(measure)).orElseThrow(), clock));
    }

    /** The end of its day; a measure that is done once has until its last school day. */
    public Date due(String measure) {
        return Date.from(dueAt(row(measure)));
    }

    /** When following up begins: two hours before, or the deadline itself when that is over. */
    public Date watchFrom(String measure) {
        Instant due = dueAt(row(measure));
        Instant reminder = dueDates.remindAt(due, DeadlineClock.SCHOOL, 0);
        return Date.from(reminder.isAfter(clock.instant()) ? reminder : due);
    }

    /** Until when it may be answered: the morning of its next day, or some school days after the last. */
    public Date openUntil(String measure) {
        MeasureRow row = row(measure);
        LocalDate until = Occurrences.onOrAfter(row.measure(), today().plusDays(1), schoolDay(row))
                .orElseGet(() -> schoolDays.plus(row.schoolId(), lastDay(row), GRACE));
        return Date.from(Days.morning(until, clock));
    }

    /** The owner while they work here; else the substitute, else whoever is responsible for the case. */
    public String owner(String measure) {
        MeasureRow row = row(measure);
        return Optional.ofNullable(row.measure().owner())
                .filter(person -> mayHave(row, person))
                .or(() -> Optional.ofNullable(row.measure().substitute()).filter(person -> mayHave(row, person)))
                .map(String::valueOf)
                .orElseGet(() -> assignments.responsible(row.caseId().toString()));
    }

    /** Writes what the owner answered. */
    public void keepLog(String measure) {
        MeasureRow row = row(measure);
        Said said = entries.latestAbout(plans.plan(row.plan()), row.measure().id(), "do-measure").orElseThrow();
        log.write(
                row.measure().id(),
                Occurrences.onOrBefore(row.measure(), today(), schoolDay(row)).orElse(today()),
                said.text("done").equals("yes") ? Result.DONE : Result.NOT_DONE,
                said.entry().authorId(),
                said.entry().id());
    }

    /** Writes that nobody answered: for the pupil it is the same as not done. */
    public void keepNoAnswer(String measure) {
        MeasureRow row = row(measure);
        LocalDate day = Occurrences.onOrBefore(row.measure(), today().minusDays(1), schoolDay(row)).orElse(today());
        log.write(row.measure().id(), day, Result.NO_ANSWER, null, null);
        cases.event(row.caseId(), "measure-no-answer", null, Map.of("measure", measure));
    }

    /** Whether the leadership must be asked: not done two times in a row, or not at all when it is done once. */
    public boolean notDoneTwice(String measure) {
        MeasureRow row = row(measure);
        int times = row.measure().often() == Often.ONCE ? 1 : 2;
        List<LogLine> lines = log.of(row.measure().id());
        List<LogLine> latest = lines.subList(Math.max(0, lines.size() - times), lines.size());
        boolean ask = latest.size() == times
                && latest.stream().noneMatch(LogLine::done)
                && latest.stream().noneMatch(LogLine::askedLeader);
        if (ask) {
            log.leaderAsked(row.measure().id());
            cases.event(row.caseId(), "measure-not-done", null, Map.of("measure", measure));
        }
        return ask;
    }

    /** The leadership answered: a new owner has it from the next day. */
    public void followedUp(String measure) {
        MeasureRow row = row(measure);
        PlanRow plan = plans.plan(row.plan());
        entries.latestAbout(plan, row.measure().id(), "follow-up-measure")
                .filter(said -> said.text("whatNow").equals("new-owner"))
                .ifPresent(said -> {
                    store.own(row.measure().id(), Long.parseLong(said.text("newOwner")));
                    cases.event(
                            row.caseId(),
                            "measure-handed-over",
                            said.entry().authorId(),
                            Map.of("measure", measure, "to", said.text("newOwner")));
                });
    }

    private Instant dueAt(MeasureRow row) {
        return Days.doneBy(row.measure().often() == Often.ONCE ? lastDay(row) : today(), clock);
    }

    // The day after the last that is in the log; today only while it is not too late.
    private Optional<LocalDate> upcoming(MeasureRow row) {
        List<LogLine> lines = log.of(row.measure().id());
        if (row.measure().often() == Often.ONCE) {
            return lines.isEmpty()
                    ? Occurrences.first(row.measure(), schoolDay(row)).map(day -> later(day, today()))
                    : Optional.empty();
        }
        LocalDate from = clock.instant().isBefore(Days.doneBy(today(), clock)) ? today() : today().plusDays(1);
        LocalDate after = lines.isEmpty() ? from : later(from, lines.get(lines.size() - 1).day().plusDays(1));
        return Occurrences.onOrAfter(row.measure(), after, schoolDay(row));
    }

    private LocalDate lastDay(MeasureRow row) {
        LocalDate to = row.measure().to();
        LocalDate last = schoolDays.isSchoolDay(row.schoolId(), to) ? to : schoolDays.plus(row.schoolId(), to, -1);
        return later(last, today());
    }

    private boolean mayHave(MeasureRow row, long person) {
        return directory.staff(row.schoolId()).stream().anyMatch(entry -> entry.person().id() == person)
                && !around.keptOut(plans.plan(row.plan()), person);
    }

    private Predicate<LocalDate> schoolDay(MeasureRow row) {
        return around.schoolDay(row.schoolId());
    }

    private LocalDate today() {
        return around.today();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private MeasureRow row(String measure) {
        return store.find(UUID.fromString(measure)).orElseThrow();
    }
}
