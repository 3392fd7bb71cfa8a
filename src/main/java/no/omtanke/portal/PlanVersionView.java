package no.omtanke.portal;

import java.util.List;

/**
 * A version of the plan as a family reads it. Public because the template engine reads it.
 *
 * @param state draft, provisional, approved or replaced
 * @param since the day it was written, came into force or was replaced
 * @param pupilWords the pupil's words, or null
 * @param notHeard why the pupil was not heard, or null
 * @param evaluation the day of the next evaluation, or null
 * @param services those who take part besides the school
 * @param running whether its measures are to be done now
 * @param log whether there is anything to say of what was done
 */
public record PlanVersionView(
        int number,
        String state,
        String since,
        String problem,
        String pupilWords,
        String notHeard,
        String goal,
        String evaluation,
        String services,
        boolean running,
        boolean log,
        List<PlanMeasureView> measures) {}
