package no.omtanke.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an application that the program does itself. Public because the model calls them by name. */
@Component("leave")
@CallableFromModel
@Transactional
public class LeaveSteps {

    static final String CHECKED = "leave-checked";

    private final LeaveStore store;
    private final LeaveRules rules;
    private final LeaveCheck check;
    private final LeaveFamily family;
    private final ProvisionalAnswer provisional;
    private final CaseFiles cases;

    LeaveSteps(
            LeaveStore store,
            LeaveRules rules,
            LeaveCheck check,
            LeaveFamily family,
            ProvisionalAnswer provisional,
            CaseFiles cases) {
        this.store = store;
        this.rules = rules;
        this.check = check;
        this.family = family;
        this.provisional = provisional;
        this.cases = cases;
    }

    /** Counts the days and looks for earlier leave and the same days twice. */
    public void check(String caseId) {
        UUID id = UUID.fromString(caseId);
        Leave leave = store.get(id);
        Leave.Found found = check.of(leave, file(id).schoolId());
        store.found(id, found);
        cases.event(
                id,
                CHECKED,
                null,
                Map.of(
                        "days", String.valueOf(found.schoolDays()),
                        "used", String.valueOf(found.usedDays()),
                        "overlaps", String.valueOf(found.overlaps()),
                        "retrospective", String.valueOf(found.retrospective()),
                        "short-notice", String.valueOf(found.shortNotice())));
    }

    public boolean isDouble(String caseId) {
        return found(caseId).doubleOf() != null;
    }

    public int daysAsked(String caseId) {
        return found(caseId).schoolDays();
    }

    public int daysUsed(String caseId) {
        return found(caseId).usedDays();
    }

    public String firstDay(String caseId) {
        return leave(caseId).asked().first().toString();
    }

    public String lastDay(String caseId) {
        return leave(caseId).asked().last().toString();
    }

    /** A holy day of another faith, when the parents see to the teaching [law § 2-2]. */
    public boolean isRight(String caseId) {
        return leave(caseId).ofRight();
    }

    public int cap(String caseId) {
        return rules.now().capDays();
    }

    public int teacherDays(String caseId) {
        return rules.now().teacherDays();
    }

    /** Whose agreement is asked for, by the persons' ids. */
    public List<String> othersToAsk(String caseId) {
        return family.others(leave(caseId)).stream().map(String::valueOf).toList();
    }

    /** What they answered since the application was checked last: agreed, disagreed, silent, or not-asked. */
    public String guardiansAgree(String caseId) {
        Leave leave = leave(caseId);
        List<Long> asked = family.others(leave);
        List<Optional<String>> answers = asked.stream().map(person -> answer(leave, person)).toList();
        return asked.isEmpty()
                ? "not-asked"
                : answers.contains(Optional.of("no"))
                        ? "disagreed"
                        : answers.contains(Optional.<String>empty()) ? "silent" : "agreed";
    }

    private Optional<String> answer(Leave leave, long person) {
        Instant since = leave.found().at();
        return cases.entries(leave.caseId(), "guardian-agrees").stream()
                .filter(entry -> !entry.writtenAt().isBefore(since) && Long.valueOf(person).equals(entry.authorId()))
                .reduce((first, second) -> second)
                .map(entry -> Answers.fromJson(entry.json()).text("agrees"));
    }

    /** Whether the pupil still goes to this school. */
    public boolean pupilIsHere(String caseId) {
        return family.here(leave(caseId));
    }

    /** It ends without a decision. @param how double, withdrawn or returned */
    public void end(String caseId, String how) {
        UUID id = UUID.fromString(caseId);
        store.become(id, Leave.State.of(how));
        switch (how) {
            case "double" -> cases.event(id, "leave-double", null, Map.of());
            case "withdrawn" -> cases.event(id, "leave-withdrawn", null, Map.of());
            default -> cases.event(id, "leave-returned", null, Map.of());
        }
    }

    /** Keeps which days were granted, by the last decision that was written: the first, and what was decided anew after an appeal. */
    public void keepDecision(String caseId) {
        UUID id = UUID.fromString(caseId);
        Entry entry = cases.entries(id, "decide-leave").stream().reduce((first, second) -> second).orElseThrow();
        if (store.decidedAt(id).filter(at -> !entry.writtenAt().isAfter(at)).isPresent()) {
            return;
        }
        Answers answers = Answers.fromJson(entry.json());
        Leave leave = store.lock(id);
        Leave.State state =
                switch (answers.text("outcome")) {
                    case "grant" -> Leave.State.GRANTED;
                    case "part" -> Leave.State.PART;
                    default -> Leave.State.REFUSED;
                };
        Period granted =
                switch (state) {
                    case GRANTED -> leave.asked();
                    case PART -> new Period(day(answers, "grantedFirst"), day(answers, "grantedLast"));
                    default -> null;
                };
        int days = granted == null ? 0 : check.days(granted, file(id).schoolId());
        store.decided(id, state, granted, days, entry.authorId());
        cases.event(id, "leave-decided", entry.authorId(), Map.of("outcome", state.code(), "days", String.valueOf(days)));
    }

    private static LocalDate day(Answers answers, String field) {
        return LocalDate.parse(answers.text(field));
    }

    /** A month has gone without a decision: the family is told why and until when, and the owner sees it [law fvl § 11 a]. */
    public void provisionalAnswer(String caseId) {
        provisional.give(UUID.fromString(caseId));
    }

    private Leave.Found found(String caseId) {
        return leave(caseId).found();
    }

    private Leave leave(String caseId) {
        return store.get(UUID.fromString(caseId));
    }

    private CaseFile file(UUID caseId) {
        return cases.file(caseId).orElseThrow();
    }
}
