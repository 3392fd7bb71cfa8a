package no.omtanke.decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whom a decision is for, and since when they could read it. Public because pages say how long one can appeal.
 *
 * @param way link or paper; null until the letter is available
 * @param availableOn the day from which the party could read the letter, or null
 * @param lastDay the last day on which an appeal is in time, or null
 */
public record DecisionParty(
        UUID id, UUID decision, UUID caseId, long person, String way, LocalDate availableOn, LocalDate lastDay) {

    /** Whether the party could read the letter. */
    public boolean available() {
        return availableOn != null;
    }

    /** Whether an appeal that comes on the day is in time: before the letter is there nobody is late. */
    public boolean inTime(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }
}
