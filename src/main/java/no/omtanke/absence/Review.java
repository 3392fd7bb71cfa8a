package no.omtanke.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a file would do to the register. Public because somebody looks at it before it is done.
 *
 * @param unknown who was not found and must be chosen, or left out
 * @param outside lines of days outside the school year, or still to come
 * @param closed lines of days without school
 * @param unread headings of columns that were left unread
 */
public record Review(
        UUID id,
        int school,
        int lines,
        List<Day> fresh,
        List<Day> changed,
        int unchanged,
        List<Unknown> unknown,
        List<Integer> outside,
        List<Integer> closed,
        List<String> unread,
        String charset,
        String separator) {

    /** One pupil's day. Public with the review. @param before what holds now */
    public record Day(long pupil, LocalDate day, List<Absence> before, List<Absence> now) {}

    /** Somebody whom nobody at the school is called like. Public with the review. @param number what the page calls them */
    public record Unknown(int number, String name, String group, String id, List<Integer> lines) {

        /** Without the name: this may reach a log. */
        @Override
        public String toString() {
            return "unknown " + number;
        }
    }
}
