package no.omtanke.plan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One measure: what, why, for whom, when, who. Public because pages and letters show it. What a draft still lacks is null, and the
 * quality gate says so.
 *
 * @param number counted from 1 in its version of the plan
 * @param owner the one person who sees that it is done
 * @param substitute who does it when the owner cannot
 * @param evaluation when it is judged; null means with the plan
 * @param moment arrival, lesson, break, lunch, transition or after-school
 * @param listText what the list of the day says to all who work at the school; null keeps it off the list
 */
public record Measure(
        UUID id,
        int number,
        String what,
        String why,
        Target target,
        LocalDate from,
        LocalDate to,
        Often often,
        Long owner,
        Long substitute,
        LocalDate evaluation,
        String moment,
        String place,
        String listText) {

    Measure ownedBy(Long person) {
        return new Measure(
                id, number, what, why, target, from, to, often, person, substitute, evaluation, moment, place, listText);
    }

    /** Without what was written: this may reach a log. */
    @Override
    public String toString() {
        return "measure " + number + " " + id;
    }
}
