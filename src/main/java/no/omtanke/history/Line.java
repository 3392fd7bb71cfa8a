package no.omtanke.history;

import java.time.Instant;
import java.util.List;

/**
 * One line of a case's history, in words and without content.
 *
 * @param kind task, automatic, choice or event
 * @param about which of several pupils («elev 2»), or whose deadline; empty when there is nothing to tell
 * @param missed the deadline has passed and the task was not done by then
 * @param did what Omtanke or somebody did about the task on the way
 */
record Line(
        Instant at,
        String runId,
        String kind,
        String what,
        String about,
        String who,
        String role,
        String began,
        String ended,
        String due,
        String rule,
        String verdict,
        boolean missed,
        List<String> did) {}
