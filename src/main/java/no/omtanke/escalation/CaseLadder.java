package no.omtanke.escalation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.AnswerOwed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a case was lifted, for those who may see it. Public because staff's and families' pages show it. */
@Service
@Transactional(readOnly = true)
public class CaseLadder implements AnswerOwed {

    private final CaseFiles cases;

    CaseLadder(CaseFiles cases) {
        this.cases = cases;
    }

    /** The ladders of a case that the gate has opened, the oldest first. They hold ids, codes and times. */
    public List<Ladder> of(OpenCase open) {
        return Ladder.of(cases.events(open.file().id()));
    }

    /** The same for the reporter's own page; the caller has passed the gate. */
    public List<Ladder> ofOwn(UUID caseId) {
        return Ladder.of(cases.events(caseId));
    }

    @Override
    public boolean owed(UUID caseId) {
        return running(caseId).filter(Ladder::wordsWait).isPresent();
    }

    /** The one that runs. */
    Optional<Ladder> running(UUID caseId) {
        return Ladder.of(cases.events(caseId)).stream().filter(Ladder::running).findFirst();
    }
}
