package no.omtanke.administration;

import no.omtanke.calendar.ClosureRules;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.Directory;
import org.springframework.stereotype.Component;

/** The calendars that addresses name. */
@Component
class CalendarPlaces {

    private final Directory directory;
    private final ClosureRules rules;

    CalendarPlaces(Directory directory, ClosureRules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    CalendarPlace of(String slug, int year) {
        SchoolYear asked = rules.years().stream()
                .filter(known -> known.first().getYear() == year)
                .findFirst()
                .orElseThrow(AdministrationController::notFound);
        return slug.equals(CalendarPlace.MUNICIPALITY)
                ? new CalendarPlace(null, asked)
                : new CalendarPlace(directory.schoolBySlug(slug).orElseThrow(AdministrationController::notFound), asked);
    }
}
