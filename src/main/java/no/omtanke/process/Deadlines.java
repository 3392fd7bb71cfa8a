package no.omtanke.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.omtanke.calendar.DeadlineClock;
import no.omtanke.calendar.DueDates;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** When something is due, from the decision table {@code deadlines} and its three clocks. Public because models call it. */
@Component("deadlines")
@CallableFromModel
public class Deadlines {

    private final DecisionService decisions;
    private final DueDates dueDates;
    private final CaseFiles cases;
    private final TaskRows rows;
    private final Clock clock;
    // The table changes with a deployment, at a start; every evaluation reads all its rules and leaves a row in the engine's history.
    private final Cache<String, DeadlineRule> rules =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();
    // A running date that is counted anew is counted from the moment at which it was made.
    private final ThreadLocal<Instant> made = new ThreadLocal<>();

    Deadlines(@Lazy DecisionService decisions, DueDates dueDates, CaseFiles cases, TaskRows rows, Clock clock) {
        this.decisions = decisions;
        this.dueDates = dueDates;
        this.cases = cases;
        this.rows = rows;
        this.clock = clock;
    }

    /** Counts as it was counted at the moment: what happened since then has not happened. */
    <T> T asAt(Instant moment, Supplier<T> counting) {
        made.set(moment);
        try {
            return counting.get();
        } finally {
            made.remove();
        }
    }

    private Instant now() {
        Instant then = made.get();
        return then == null ? clock.instant() : then;
    }

    /** When the duty is due if it begins now. */
    public Date due(String caseId, String duty) {
        return Date.from(dueAt(UUID.fromString(caseId), duty));
    }

    /** When following up begins: the reminder, or the deadline itself when no reminder fits before it. */
    public Date watchFrom(String caseId, String duty) {
        CaseFile file = cases.file(UUID.fromString(caseId)).orElseThrow();
        DeadlineRule rule = rule(duty, file.serious());
        Instant due = due(file, duty, rule);
        Instant reminder = dueDates.remindAt(due, rule.clock(), rule.amount());
        return Date.from(reminder.isAfter(now()) && reminder.isBefore(due) ? reminder : due);
    }

    /** The same for a date that somebody set. */
    public Date watchBefore(Date date) {
        Instant due = date.toInstant();
        Instant reminder = dueDates.remindAt(due, DeadlineClock.WORKING, 2);
        return Date.from(reminder.isAfter(now()) ? reminder : due);
    }

    /** When the case is old: working days from its report [local]. */
    public Date caseAge(String caseId) {
        return due(caseId, "case-age");
    }

    /** The deadline that a running task has; now when it is gone. */
    public Date dueOf(String caseId, String duty, String pupil) {
        return rows.openFor(UUID.fromString(caseId), duty, pupil).stream()
                .map(TaskRow::dueAt)
                .min(Instant::compareTo)
                .map(Date::from)
                .orElseGet(() -> Date.from(clock.instant()));
    }

    /** Whether somebody still has to do it. */
    public boolean stillOpen(String caseId, String duty, String pupil) {
        return !rows.openFor(UUID.fromString(caseId), duty, pupil).isEmpty();
    }

    /** Whether it is still before the date. */
    public boolean isBefore(Date date) {
        return clock.instant().isBefore(date.toInstant());
    }

    /** So many working days from now. */
    public Date later(int workingDays) {
        return Date.from(dueDates.due(now(), DeadlineClock.WORKING, workingDays, null));
    }

    /** When the duty of this case is due, for pages that promise it. */
    public Instant dueAt(UUID caseId, String duty) {
        CaseFile file = cases.file(caseId).orElseThrow();
        return due(file, duty, rule(duty, file.serious()));
    }

    /** The table's row. @throws IllegalStateException when the table has none */
    public DeadlineRule rule(String duty, boolean serious) {
        return rules.get(duty + serious, key -> {
            var rows = decisions
                    .evaluateDecisionTableByKey("deadlines", Map.of("duty", duty, "serious", serious));
            if (rows.isEmpty()) {
                throw new IllegalStateException("no deadline for " + duty);
            }
            var row = rows.getSingleResult();
            return new DeadlineRule(
                    DeadlineClock.of(row.getEntry("clock")),
                    ((Number) row.getEntry("amount")).intValue(),
                    row.getEntry("countsFrom"),
                    row.getEntry("law"));
        });
    }

    private Instant due(CaseFile file, String duty, DeadlineRule rule) {
        Instant from =
                switch (rule.countsFrom()) {
                    case "task", "event" -> now();
                    case "report" -> doneBefore(file, duty) ? now() : begun(file);
                    // Any other word is something that happened in the case, the last time it did.
                    default -> last(file, rule.countsFrom()).orElseGet(this::now);
                };
        return dueDates.due(from, rule.clock(), rule.amount(), file.schoolId());
    }

    // The second plan is not late because the first one's time is over.
    private boolean doneBefore(CaseFile file, String duty) {
        return rows.doneIn(file.id()).stream()
                .anyMatch(row -> row.taskKey().equals(duty) && !row.createdAt().isBefore(begun(file)) && !row.endedAt().isAfter(now()));
    }

    // A case that was opened again counts from then.
    private Instant begun(CaseFile file) {
        return last(file, "reopened").orElse(file.openedAt());
    }

    private Optional<Instant> last(CaseFile file, String kind) {
        return cases.events(file.id()).stream()
                .filter(event -> event.kind().equals(kind) && !event.at().isAfter(now()))
                .map(CaseEvent::at)
                .reduce((first, second) -> second);
    }
}
