package no.omtanke.decision;

import java.time.Clock;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the letters of decisions and keeps them in the case, unchanged and with their checksum. Public because the model calls it by name,
 * in an asynchronous step.
 */
@Component("decisionLetters")
@CallableFromModel
@Transactional
public class DecisionLetters {

    /** The kind of document; the family reads it by a decision's link. */
    static final String KIND = "decision";

    private final DecisionStore store;
    private final DecisionLetter letter;
    private final Decisions decisions;
    private final CaseFiles cases;
    private final Clock clock;

    DecisionLetters(DecisionStore store, DecisionLetter letter, Decisions decisions, CaseFiles cases, Clock clock) {
        this.store = store;
        this.letter = letter;
        this.decisions = decisions;
        this.cases = cases;
        this.clock = clock;
    }

    /** Writes the letter; a step that is run again after a crash finds it written. */
    public void write(String decision) {
        Decision made = store.find(UUID.fromString(decision)).orElseThrow();
        if (made.document() != null) {
            return;
        }
        CaseFile file = cases.file(made.caseId()).orElseThrow();
        byte[] pdf = letter.print(
                file,
                made.pupil(),
                answers(made),
                made.number(),
                made.madeBy(),
                DecisionLetter.day(made, clock.getZone()),
                decisions.window().days());
        store.letter(
                made.id(),
                cases.keepDocument(
                        file.id(), KIND, made.pupil(), letter.fileName(made.kind(), made.number(), made.schoolId()), "application/pdf", pdf));
    }

    /** What was answered when it was decided. */
    Answers answers(Decision decision) {
        return cases.entry(decision.caseId(), decision.entry()).map(Entry::json).map(Answers::fromJson).orElseThrow();
    }
}
