package no.omtanke.administration;

import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.School;

/** Whose calendar is looked at: a school's, or the one that every school of the municipality has. @param school null for the latter */
record CalendarPlace(School school, SchoolYear year) {

    static final String MUNICIPALITY = "municipality";

    Integer schoolId() {
        return school == null ? null : school.id();
    }

    /** The number by which days are counted. */
    int counted() {
        return school == null ? SchoolDays.EVERY_SCHOOL : school.id();
    }

    String path() {
        return "/administration/calendar/" + (school == null ? MUNICIPALITY : school.slug()) + "/" + year.first().getYear();
    }
}
