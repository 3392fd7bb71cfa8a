package no.omtanke.absence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.absence.FollowUpStore.Step;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Deadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The measures against absence: each has one owner and one last day. Public because models call it by name. */
@Component("absenceMeasures")
@CallableFromModel
@Transactional
public class AbsenceMeasures {

    /** The list in the plan's form. */
    static final String LIST = "absenceMeasures";

    private static final LocalTime END_OF_DAY = LocalTime.of(15, 0);

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final FollowUpStore store;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final StepBacks stepBacks;
    private final Clock clock;

    AbsenceMeasures(
            CaseFiles cases,
            CaseProcesses processes,
            FollowUpStore store,
            Deadlines deadlines,
            Assignments assignments,
            StepBacks stepBacks,
            Clock clock) {
        this.cases = cases;
        this.processes = processes;
        this.store = store;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.stepBacks = stepBacks;
        this.clock = clock;
    }

    /** Keeps who does what until when, as the newest plan says; what an earlier one said is over. */
    public void keep(String caseId) {
        over(caseId);
        UUID id = UUID.fromString(caseId);
        Entry plan = newest(id);
        List<Map<String, Object>> items = Answers.fromJson(plan.json()).items(LIST);
        for (int i = 0; i < items.size(); i++) {
            UUID step = UUID.nameUUIDFromBytes((plan.id() + " " + i).getBytes(StandardCharsets.UTF_8));
            store.keep(new Step(
                    step,
                    id,
                    plan.id(),
                    i,
                    Long.parseLong(String.valueOf(items.get(i).get("measureWho"))),
                    LocalDate.parse(String.valueOf(items.get(i).get("measureTo")))));
        }
    }

    /** The measures of the newest plan. */
    public List<String> toDo(String caseId) {
        return store.steps(newest(UUID.fromString(caseId)).id()).stream().map(step -> step.id().toString()).toList();
    }

    /** Who does it; never somebody who stepped back, then it is the responsible person's. */
    public String owner(String absenceMeasure) {
        Step step = step(absenceMeasure);
        return stepBacks.keptOut(step.caseId()).contains(step.owner())
                ? assignments.responsible(step.caseId().toString())
                : String.valueOf(step.owner());
    }

    /** The end of its last day. */
    public Date due(String absenceMeasure) {
        return Date.from(step(absenceMeasure).to().atTime(END_OF_DAY).atZone(clock.getZone()).toInstant());
    }

    /** When its owner is reminded. */
    public Date watchFrom(String absenceMeasure) {
        return deadlines.watchBefore(due(absenceMeasure));
    }

    /** What is still to be done is not to be done any more. */
    public void over(String caseId) {
        processes.tellAll("absence-measures-over", UUID.fromString(caseId));
    }

    private Entry newest(UUID caseId) {
        return cases.entries(caseId, AbsenceCases.PLAN).stream().reduce((first, second) -> second).orElseThrow();
    }

    private Step step(String absenceMeasure) {
        return store.step(UUID.fromString(absenceMeasure)).orElseThrow();
    }
}
