package no.omtanke.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the policy must know of a case to answer, and nothing more. Public because the case file fills it in.
 *
 * @param leaderAccused a leader of the school is accused: its leadership sees nothing
 * @param ownerSees the case is serious, escalated, or accuses an employee or a leader
 * @param participants persons who work in the whole case now
 * @param forOnePupil persons who only have to do with some of its pupils, and with which
 * @param helpers persons who own a measure: they see the measure, not the case
 * @param subjects adults whom the case is about
 * @param recused persons who stepped back from the case because they are not impartial
 * @param openedTo auditors who opened the content with a reason and whose time is not over
 * @param bodies bodies that were asked to help and may read what is shared with them
 * @param lane the closed lane that the case belongs to, or null
 * @param lanes who is named in each lane of the case
 * @param pupils the pupils and what the law knows of them
 */
public record CaseFacts(
        UUID caseId,
        int schoolId,
        boolean leaderAccused,
        boolean ownerSees,
        Set<Long> participants,
        Map<Long, Set<UUID>> forOnePupil,
        Set<Long> helpers,
        Set<Long> subjects,
        Set<Long> recused,
        Set<Long> openedTo,
        Set<Integer> bodies,
        String lane,
        Map<String, Set<Long>> lanes,
        Pupils pupils) {

    /**
     * The pupils of a case, by their party ids. Public because the case file fills it in.
     *
     * @param linked affected, involved and witnesses
     * @param reported the one whom the report is about, or null while that is not clear
     * @param fifteen those who are 15 or older and decide in their own matters
     * @param adults those who are 18: nobody has parental responsibility for them any more
     * @param toldByGuardian a guardian made the report, not the pupil or somebody else
     */
    public record Pupils(Set<UUID> linked, UUID reported, Set<UUID> fifteen, Set<UUID> adults, boolean toldByGuardian) {

        boolean decidesAlone(UUID pupil) {
            return fifteen.contains(pupil);
        }

        /** The pupil whom everything in the case is about when there is no other, or null. */
        UUID only() {
            return linked.size() == 1 ? linked.iterator().next() : null;
        }
    }
}
