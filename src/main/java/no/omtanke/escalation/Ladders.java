package no.omtanke.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.escalation.Ladder.What;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Deadlines;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happens on a case's ladder, and knows whether what it was lifted for is done. Public because models call it by name. */
@Component("ladders")
@CallableFromModel
@Transactional
public class Ladders {

    private static final List<String> ANSWERS = List.of("answer-escalation", "answer-family");
    private static final List<String> LOOKED_AT = List.of("plan-evaluated", "plan-ended", "closed");

    private final CaseFiles cases;
    private final CaseLadder ladders;
    private final TaskQueries tasks;
    private final Deadlines deadlines;
    private final Clock clock;

    Ladders(CaseFiles cases, CaseLadder ladders, TaskQueries tasks, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.ladders = ladders;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The rung has the case from now on. */
    public void reached(String caseId, String rung) {
        note(caseId, What.REACHED, rung);
    }

    /** The rung's time is over, and nobody there did anything. */
    public void silent(String caseId, String rung) {
        note(caseId, What.SILENT, rung);
    }

    /** The rung has answered. */
    public void answered(String caseId, String rung) {
        note(caseId, What.ANSWERED, rung);
        if (lastAnswer(UUID.fromString(caseId)).text("ownerFollows").equals("school")) {
            note(caseId, What.ORDERED, Rung.OWNER.code());
        }
    }

    /** The school has done what the owner decided. */
    public void orderDone(String caseId) {
        note(caseId, What.ORDER_DONE, Rung.LEADERSHIP.code());
    }

    /** What it was lifted for is done. */
    public void settle(String caseId) {
        note(caseId, What.ENDED, null);
    }

    /**
     * When to look at it again: the day that was promised, but never before the family has had time to say whether it helped, and never
     * later than the table's longest wait.
     */
    public Date lookAgain(String caseId) {
        UUID id = UUID.fromString(caseId);
        Instant soonest = ladders.running(id).filter(Ladder::hasWords).isPresent()
                ? deadlines.dueAt(id, "lift-quiet")
                : deadlines.later(1).toInstant();
        Instant promised = promised(id).orElse(soonest);
        Instant longest = deadlines.dueAt(id, "lift-longest");
        Instant later = promised.isAfter(soonest) ? promised : soonest;
        return Date.from(later.isAfter(longest) ? longest : later);
    }

    /** Whether everything it was lifted for is done, and nobody waits for an answer. */
    public boolean settled(String caseId) {
        UUID id = UUID.fromString(caseId);
        return ladders.running(id)
                .filter(ladder -> !ladder.wordsWait() && !ladder.ordered())
                .filter(ladder -> done(id, ladder))
                .isPresent();
    }

    /** Whether nothing but deeds was missing, and they are done: then nobody has to answer for it any more. */
    boolean doneMeanwhile(UUID caseId) {
        return ladders.running(caseId)
                .filter(ladder -> !ladder.hasWords() && !ladder.ordered())
                .filter(ladder -> done(caseId, ladder))
                .isPresent();
    }

    Optional<Ladder> running(UUID caseId) {
        return ladders.running(caseId);
    }

    private boolean done(UUID caseId, Ladder ladder) {
        List<String> open =
                tasks.ofCase(caseId).stream().filter(TaskRow::open).map(TaskRow::taskId).toList();
        return ladder.grounds().stream()
                .allMatch(ground -> switch (ground.cause()) {
                    case "deadline" -> !open.contains(ground.taskId());
                    case "age" -> lookedAt(caseId, ground.at());
                    default -> true;
                });
    }

    private boolean lookedAt(UUID caseId, Instant since) {
        CaseFile file = cases.file(caseId).orElseThrow();
        return !file.open()
                || LOOKED_AT.stream()
                        .flatMap(kind -> cases.lastEvent(caseId, kind).stream())
                        .anyMatch(at -> at.isAfter(since));
    }

    /** The day in the last answer, at the end of its working hours. */
    Optional<Instant> promised(UUID caseId) {
        Answers answer = lastAnswer(caseId);
        return Stream.of("doneBy", "ownerChecks")
                .map(answer::text)
                .filter(day -> day.length() >= 10)
                .findFirst()
                .map(day -> LocalDate.parse(day.substring(0, 10)).atTime(15, 0).atZone(clock.getZone()).toInstant());
    }

    private Answers lastAnswer(UUID caseId) {
        return ANSWERS.stream()
                .flatMap(form -> cases.entries(caseId, form).stream())
                .max(Comparator.comparing(Entry::writtenAt))
                .map(entry -> Answers.fromJson(entry.json()))
                .orElseGet(() -> new Answers("", Map.of()));
    }

    void note(String caseId, What what, String rung) {
        Map<String, String> args = new HashMap<>();
        if (rung != null) {
            args.put("to", rung);
        }
        cases.event(UUID.fromString(caseId), what.kind(), null, args);
    }
}
