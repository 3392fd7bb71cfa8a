package no.omtanke.access;

import java.util.Set;
import java.util.UUID;

/**
 * What the policy must know of a case to answer, and nothing more. Public because the case file fills it in.
 *
 * @param leaderAccused a leader of the school is accused: its leadership sees nothing
 * @param ownerSees the case is serious, escalated, or accuses an employee or a leader
 * @param participants persons who work in the case now
 * @param helpers persons who own a measure: they see the measure, not the case
 * @param subjects adults whom the case is about
 * @param recused persons who stepped back from the case because they are not impartial
 * @param openedTo auditors who opened the content with a reason and whose time is not over
 */
public record CaseFacts(
        UUID caseId,
        int schoolId,
        boolean leaderAccused,
        boolean ownerSees,
        Set<Long> participants,
        Set<Long> helpers,
        Set<Long> subjects,
        Set<Long> recused,
        Set<Long> openedTo) {}
