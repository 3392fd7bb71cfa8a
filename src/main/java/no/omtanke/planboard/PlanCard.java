package no.omtanke.planboard;

import java.util.List;
import no.omtanke.plan.Finding;
import no.omtanke.plan.PlanView;

/**
 * One pupil's plan for the page.
 *
 * @param state as in message keys
 * @param attention what asks for somebody now, in words
 * @param shown the version that holds, else the newest; null while nothing is written
 * @param draft a newer one that waits for its approval, or null
 * @param findings what the quality gate finds in what waits for its approval
 * @param measures of the shown version
 * @param trend null while the pupil has not answered twice
 * @param older replaced versions, newest first
 */
record PlanCard(
        PlanView plan,
        String state,
        List<String> attention,
        VersionCard shown,
        VersionCard draft,
        List<Finding> findings,
        List<MeasureCard> measures,
        Trend trend,
        List<VersionCard> older) {}
