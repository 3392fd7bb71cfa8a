package no.omtanke.planboard;

import java.util.List;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.Measure;

/**
 * A measure for the page.
 *
 * @param marks the chosen week's
 * @param done how many times it was done, of those that are over
 * @param ownerHere whether there is an owner who works at the school today
 * @param notDone the two last times nobody did it, or the only time
 * @param log newest first
 * @param running whether it may be handed over
 */
record MeasureCard(
        Measure measure,
        List<Mark> marks,
        int done,
        int over,
        boolean ownerHere,
        boolean notDone,
        List<LogLine> log,
        boolean running) {}
