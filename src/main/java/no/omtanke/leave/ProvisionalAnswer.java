package no.omtanke.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Answers;
import org.springframework.stereotype.Component;

/** What a family is told when a month has gone without a decision [law fvl § 11 a]: that it is late, and by when it comes. */
@Component
class ProvisionalAnswer {

    static final String GIVEN = "provisional-answer";

    /** How soon the decision is promised, in working days. */
    private static final int PROMISED = 5;

    private final CaseFiles cases;
    private final LeaveFamily family;
    private final WorkingDays workingDays;
    private final Clock clock;

    ProvisionalAnswer(CaseFiles cases, LeaveFamily family, WorkingDays workingDays, Clock clock) {
        this.cases = cases;
        this.family = family;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** It is an entry of the case, the family reads it at its page, and the owner sees the case from now on. */
    void give(UUID caseId) {
        String by = workingDays.plus(LocalDate.now(clock), PROMISED).toString();
        UUID entry = cases.addEntry(
                caseId, GIVEN, null, "system", family.party(caseId), null, new Answers(GIVEN, Map.of("answerBy", by)).toJson());
        cases.event(caseId, "provisional-answer", null, Map.of("entry", entry.toString(), "by", by));
        cases.escalate(caseId);
    }

    /** By when the answer was promised, if it was. */
    Optional<LocalDate> promised(UUID caseId) {
        return cases.events(caseId).stream()
                .filter(event -> event.kind().equals(GIVEN))
                .map(event -> LocalDate.parse(event.args().get("by")))
                .findFirst();
    }
}
