package no.omtanke.absence;

import java.time.LocalDate;
import java.util.List;
import no.omtanke.organization.PupilEntry;

/**
 * A class's list on one day. Public because the page shows it.
 *
 * @param schoolDay the school is open
 * @param writable it can be registered: today or earlier, in this school year
 */
public record ClassDay(Group group, LocalDate day, boolean schoolDay, boolean writable, List<Line> lines) {

    /**
     * One pupil. Public with the list.
     *
     * @param absences what holds of the day
     * @param notice what the family said, the newest, or null
     * @param leave the school has given leave for the day
     */
    public record Line(PupilEntry pupil, List<Absence> absences, Notice notice, boolean leave) {

        /** What the list is marked with: here, absent, late, left, or as it was registered otherwise, such as by hours. */
        public Mark mark() {
            if (absences.isEmpty()) {
                return Mark.HERE;
            }
            return absences.size() > 1
                    ? Mark.AS_IT_IS
                    : switch (absences.get(0).extent()) {
                        case WHOLE -> Mark.ABSENT;
                        case LATE -> Mark.LATE;
                        case LEFT -> Mark.LEFT;
                        case HOURS -> Mark.AS_IT_IS;
                    };
        }

        /** Whether somebody has told the school, as it is registered, or beforehand. */
        public boolean told() {
            return absences.isEmpty()
                    ? notice != null
                    : absences.stream().allMatch(absence -> absence.kind() != AbsenceKind.UNEXCUSED);
        }
    }
}
