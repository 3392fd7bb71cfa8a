package no.omtanke.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Deadlines;
import no.omtanke.process.OwnersCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner decides in a lifted case: bind the school, or take the case over. Public because models call it by name. */
@Component("ownerOrders")
@CallableFromModel
@Transactional
public class Orders {

    private final Ladders ladders;
    private final Deadlines deadlines;
    private final CaseFiles cases;
    private final OwnersCase ownersCase;
    private final Clock clock;

    Orders(Ladders ladders, Deadlines deadlines, CaseFiles cases, OwnersCase ownersCase, Clock clock) {
        this.ladders = ladders;
        this.deadlines = deadlines;
        this.cases = cases;
        this.ownersCase = ownersCase;
        this.clock = clock;
    }

    /** The owner's own day, not later than the longest wait that the table allows; a day that is over is the next working day. */
    public Date due(String caseId) {
        UUID id = UUID.fromString(caseId);
        Instant longest = deadlines.dueAt(id, "lift-longest");
        Instant day = ladders.promised(id).filter(at -> at.isAfter(clock.instant())).orElseGet(() -> deadlines.later(1).toInstant());
        return Date.from(day.isAfter(longest) ? longest : day);
    }

    /** What the school's leadership had and gets in the case is the owner's from now on. */
    public void takeOver(String caseId) {
        UUID id = UUID.fromString(caseId);
        cases.event(id, "owner-took-over", null, Map.of());
        ownersCase.takeOver(id);
    }
}
