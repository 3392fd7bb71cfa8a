package no.omtanke.absence;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a file, as far as it is read.
 *
 * @param id the school's own number for the pupil, or empty
 * @param hours null for the whole day
 */
record FileLine(int line, String id, String name, String group, LocalDate day, AbsenceKind kind, BigDecimal hours) {

    /** Who it is about, in the file's own words. */
    Who who() {
        return new Who(id, name, group);
    }

    /** A pupil as a file calls them. */
    record Who(String id, String name, String group) {

        /** Without the name: this may reach a log. */
        @Override
        public String toString() {
            return "somebody in a file";
        }
    }

    /** Without the name: this may reach a log. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
