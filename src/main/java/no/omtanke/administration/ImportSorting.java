package no.omtanke.administration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.omtanke.calendar.CalendarFile.Event;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** What each event of a calendar file means for a school's calendar. A person has the last word. */
@Component
class ImportSorting {

    private static final Pattern CLOSES = Pattern.compile(
            "\\b(\\p{L}*ferie\\p{L}*|\\p{L}*fridag\\p{L}*|fri|skolefri|skulefri|elevfri|planlegg\\p{L}*|helligdag\\p{L}*|heilagdag\\p{L}*|stengt|stengd|holiday\\p{L}*|closed)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ABOUT_SOMETHING_ELSE = Pattern.compile(
            "\\b(etter|før|første|fyrste|siste|start\\p{L}*|skolestart|sfo|aks|påmelding\\p{L}*|søknad\\p{L}*)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final ClosureRegister register;
    private final WorkingDays workingDays;

    ImportSorting(ClosureRegister register, WorkingDays workingDays) {
        this.register = register;
        this.workingDays = workingDays;
    }

    /**
     * @param meaning new, changed, overlaps, not-closure; or, with nothing to choose: there, twice, outside, no-difference
     * @param instead the closures in force that it would take the place of
     */
    record Sorted(Event event, String meaning, ClosureKind kind, List<SchoolClosure> instead) {

        boolean choosable() {
            return Set.of("new", "changed", "overlaps", "not-closure").contains(meaning);
        }

        boolean proposed() {
            return Set.of("new", "changed").contains(meaning);
        }
    }

    List<Sorted> sort(List<Event> events, CalendarPlace place) {
        List<SchoolClosure> known = register.between(place.schoolId(), place.year().first(), place.year().last()).stream()
                .filter(closure -> java.util.Objects.equals(closure.schoolId(), place.schoolId()))
                .toList();
        Set<String> seen = new HashSet<>();
        List<Sorted> sorted = new ArrayList<>();
        for (Event event : events) {
            boolean twice = !seen.add(event.from() + " " + event.to() + " " + plain(event.name()));
            sorted.add(sort(event, twice, events, known, place));
        }
        return sorted;
    }

    private Sorted sort(Event event, boolean twice, List<Event> all, List<SchoolClosure> known, CalendarPlace place) {
        PlannedClosure planned = new PlannedClosure(event.from(), event.to(), event.name(), kind(event));
        List<SchoolClosure> met = known.stream().filter(k -> planned.meets(k.from(), k.to())).toList();
        List<SchoolClosure> moved = known.stream().filter(k -> movedTo(k, event, all)).toList();
        String meaning;
        List<SchoolClosure> instead = List.of();
        if (!planned.meets(place.year().first(), place.year().last())) {
            meaning = "outside";
        } else if (twice) {
            meaning = "twice";
        } else if (known.stream().anyMatch(k -> same(k, event))) {
            meaning = "there";
        } else if (event.from().datesUntil(event.to().plusDays(1)).noneMatch(workingDays::isWorkingDay)) {
            meaning = "no-difference";
        } else if (!closes(event)) {
            meaning = "not-closure";
            instead = met;
        } else if (met.stream().anyMatch(k -> !plain(k.name()).equals(plain(event.name())))) {
            meaning = "overlaps";
            instead = met;
        } else if (!met.isEmpty() || moved.size() == 1) {
            meaning = "changed";
            instead = met.isEmpty() ? moved : met;
        } else {
            meaning = "new";
        }
        return new Sorted(event, meaning, planned.kind(), instead);
    }

    // Of one name there is one in force and one in the file, on other days.
    private static boolean movedTo(SchoolClosure closure, Event event, List<Event> all) {
        return plain(closure.name()).equals(plain(event.name()))
                && all.stream().noneMatch(e -> same(closure, e))
                && all.stream().filter(e -> plain(e.name()).equals(plain(event.name()))).count() == 1;
    }

    private static boolean same(SchoolClosure closure, Event event) {
        return closure.from().equals(event.from()) && closure.to().equals(event.to());
    }

    private static boolean closes(Event event) {
        String name = plain(event.name());
        return event.wholeDays() && CLOSES.matcher(name).find() && !ABOUT_SOMETHING_ELSE.matcher(name).find();
    }

    private static ClosureKind kind(Event event) {
        String name = plain(event.name());
        return name.contains("planlegg") ? ClosureKind.PLANNING : name.contains("ferie") ? ClosureKind.HOLIDAY : ClosureKind.CLOSED;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The same once more for what was typed on the page: what it takes the place of. */
    List<SchoolClosure> instead(CalendarPlace place, LocalDate from, LocalDate to, List<Long> moved) {
        List<SchoolClosure> all = new ArrayList<>(register.between(place.schoolId(), from, to));
        moved.stream().flatMap(id -> register.find(id).stream()).filter(c -> !all.contains(c)).forEach(all::add);
        return all.stream().filter(c -> java.util.Objects.equals(c.schoolId(), place.schoolId())).toList();
    }
}
