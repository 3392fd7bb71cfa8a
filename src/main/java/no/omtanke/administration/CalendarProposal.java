package no.omtanke.administration;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.SchoolClosure;

/** A change of the calendar that somebody wants. @param what add, change, remove or import @param ends closures that stop being in force */
record CalendarProposal(CalendarPlace place, String what, List<SchoolClosure> ends, List<PlannedClosure> adds) {

    /** The first day that it closes or opens. */
    LocalDate first() {
        return Stream.concat(ends.stream().map(SchoolClosure::from), adds.stream().map(PlannedClosure::from))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    List<Long> ended() {
        return ends.stream().map(SchoolClosure::id).toList();
    }
}
