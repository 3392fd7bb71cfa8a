package no.omtanke.administration;

import java.time.Instant;
import java.util.UUID;
import no.omtanke.organization.TaughtClass;
import no.omtanke.plan.MeasureHolding;
import no.omtanke.process.Holding;

/**
 * One thing that somebody has, as an administrator knows it.
 *
 * @param key names it on the page, the same as long as it is there
 * @param caseId null for a class
 * @param reference the case's number, or the class
 */
record Thing(
        String key,
        String kind,
        UUID caseId,
        String reference,
        Instant due,
        Holding holding,
        MeasureHolding measure,
        TaughtClass taught) {

    static Thing of(Holding holding) {
        String id = holding.id() == null ? holding.caseId().toString() : holding.id();
        return new Thing(
                holding.kind() + ":" + id,
                holding.kind(),
                holding.caseId(),
                holding.reference(),
                holding.due(),
                holding,
                null,
                null);
    }

    static Thing of(MeasureHolding measure, Instant lastDay) {
        return new Thing(
                measure.kind() + ":" + measure.measure(),
                measure.kind(),
                measure.caseId(),
                measure.reference(),
                lastDay,
                null,
                measure,
                null);
    }

    static Thing of(TaughtClass taught) {
        return new Thing("class:" + taught.id(), "class", null, taught.name(), null, null, null, taught);
    }
}
