package no.omtanke.plan;

import java.util.UUID;
import no.omtanke.process.Leaving;
import org.springframework.stereotype.Component;

/** Whoever has no part in a case any more owns no measure of it: the substitute has it, or somebody must be named. */
@Component
class LeavingMeasures implements Leaving {

    private final MeasureStore measures;

    LeavingMeasures(MeasureStore measures) {
        this.measures = measures;
    }

    @Override
    public void leaves(UUID caseId, long person) {
        measures.disown(caseId, person);
    }
}
